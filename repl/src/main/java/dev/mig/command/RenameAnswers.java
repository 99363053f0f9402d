package dev.mig.command;

import dev.mig.diff.Rename;
import dev.mig.model.Operation;
import dev.mig.project.Comparison;
import dev.mig.project.Console;
import dev.mig.project.RenameArgument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which differences are renames rather than a drop and an add, as given on the command line or answered
 * interactively.
 *
 * @param renames what is certain
 * @param open guesses that nobody was there to answer
 * @param operations the difference, with what is certain taken in
 */
record RenameAnswers(List<Rename> renames, List<Rename> open, List<Operation> operations) {

    /** @param words of {@code --rename} */
    static RenameAnswers of(Comparison comparison, List<String> words) {
        List<Rename> renames = new ArrayList<>();
        words.forEach(
                it -> renames.add(RenameArgument.parse(it, comparison.from().written())));
        Console console = comparison.project().console();
        boolean asks = console.asks() && !comparison.project().options().yes();
        Set<Rename> declined = new HashSet<>();
        while (true) {
            List<Operation> operations = comparison.operations(renames);
            List<Rename> open = comparison.guesses(operations).stream()
                    .filter(it -> !declined.contains(it))
                    .toList();
            if (open.isEmpty() || !asks) {
                return new RenameAnswers(renames, open, operations);
            }
            Rename guess = open.getFirst();
            String answer = console.ask(RenameArgument.text(guess) + "? [y/n]").orElse("n");
            if (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes")) {
                renames.add(guess);
            } else {
                declined.add(guess);
            }
        }
    }
}
