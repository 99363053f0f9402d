package dev.mig.terminal;

import dev.mig.command.Candidate;
import dev.mig.command.Standing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jline.builtins.Completers.DirectoriesCompleter;
import org.jline.builtins.Completers.FilesCompleter;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What the tab key offers: commands, options, revisions, branches, files, and in SQL the names of tables and columns. */
final class LineCompleter implements Completer {
    /** More than this nobody looks through; a letter more makes them fewer. */
    private static final int MOST = 200;

    private final Desk desk;
    private final Supplier<Standing> standing;
    private final FilesCompleter files;
    private final DirectoriesCompleter folders;

    LineCompleter(Desk desk, Supplier<Standing> standing, Path directory) {
        this.desk = desk;
        this.standing = standing;
        this.files = new FilesCompleter(directory);
        this.folders = new DirectoriesCompleter(directory);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
        if (Language.of(line.line()) != Language.COMMAND) {
            return;
        }
        List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        words.add(line.word().substring(0, line.wordCursor()));
        if (words.getFirst().equals("migrate") && words.size() > 1) {
            words.removeFirst();
        }
        List<Candidate> found = new ArrayList<>(desk.complete(words, standing.get()));
        if (words.size() == 1) {
            Typed.STATEMENTS.stream()
                    .filter(it -> it.startsWith(words.getFirst()))
                    .sorted()
                    .forEach(it -> found.add(new Candidate(it, "a statement of the language")));
            found.addAll(desk.complete(List.of("go", words.getFirst()), standing.get()));
        }
        int order = 0;
        for (Candidate it : found.subList(0, Math.min(found.size(), MOST))) {
            if (it.equals(Candidate.FILES)) {
                files.complete(reader, line, candidates);
            } else if (it.equals(Candidate.FOLDERS)) {
                folders.complete(reader, line, candidates);
            } else {
                candidates.add(candidate(it, order++));
            }
        }
    }

    private static org.jline.reader.Candidate candidate(Candidate it, int order) {
        String says = it.says().isEmpty() ? null : it.says();
        return new org.jline.reader.Candidate(it.value(), it.value(), null, says, null, null, true, order);
    }
}
