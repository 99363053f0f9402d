package dev.mig.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command line split into the command and its other words, wherever the global options stand.
 *
 * @param rest all other words in their order
 */
record CommandWords(Optional<String> command, List<String> rest) {
    CommandWords {
        rest = List.copyOf(rest);
    }

    static CommandWords of(List<String> words) {
        Words shared = new Words("");
        SharedOptions.declare(shared);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (word.length() < 2 || word.charAt(0) != '-') {
                List<String> rest = new ArrayList<>(words);
                rest.remove(at);
                return new CommandWords(Optional.of(word), rest);
            }
            OptionSpec option = shared.spec().findOption(word);
            if (option != null && option.arity().max() == 1) {
                at++;
            }
        }
        return new CommandWords(Optional.empty(), words);
    }
}
