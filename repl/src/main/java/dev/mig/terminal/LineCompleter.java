package dev.mig.terminal;

import dev.mig.command.Candidate;
import dev.mig.command.SchemaNames;
import dev.mig.project.ProjectStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.builtins.Completers.DirectoriesCompleter;
import org.jline.builtins.Completers.FilesCompleter;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Tab completion: commands, options, revisions, branches and files; in SQL, names of tables and columns. */
final class LineCompleter implements Completer {
    private static final Pattern DOTTED = Pattern.compile("(\\w+)\\.$");

    /** Nobody looks through more candidates than this; one more letter reduces them. */
    private static final int MOST = 200;

    private final LineExecutor executor;
    private final Supplier<ProjectStatus> status;
    private final boolean coloured;
    private final FilesCompleter files;
    private final DirectoriesCompleter folders;

    LineCompleter(LineExecutor executor, Supplier<ProjectStatus> status, Path directory, boolean coloured) {
        this.executor = executor;
        this.status = status;
        this.coloured = coloured;
        this.files = new FilesCompleter(directory);
        this.folders = new DirectoriesCompleter(directory);
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
        Language language = Language.of(line.line());
        if (language != Language.COMMAND) {
            List<Candidate> names = language == Language.JAVASCRIPT ? script(line) : names(language, line);
            CandidateList list = CandidateList.of(names, reader.getTerminal(), coloured);
            // Behind a method stand its brackets, behind a name the quote.
            names.forEach(it -> candidates.add(list.entry(it, language != Language.JAVASCRIPT)));
            return;
        }
        List<String> words = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        words.add(line.word().substring(0, line.wordCursor()));
        if (words.getFirst().equals("migrate") && words.size() > 1) {
            words.removeFirst();
        }
        List<Candidate> found = new ArrayList<>(executor.complete(words, status.get()));
        if (words.size() == 1) {
            ShellInput.STATEMENTS.stream()
                    .filter(it -> it.startsWith(words.getFirst()))
                    .sorted()
                    .forEach(it -> found.add(new Candidate(it, "a statement of the language")));
            if ("op.".startsWith(words.getFirst())) {
                found.add(new Candidate("op.", "a statement in JavaScript"));
            }
            found.addAll(executor.complete(List.of("go", words.getFirst()), status.get()));
        }
        if (words.size() == 2 && words.getFirst().equals("describe")) {
            schemaTables(words.getLast()).forEach(found::add);
        }
        List<Candidate> shown = found.subList(0, Math.min(found.size(), MOST));
        CandidateList list = CandidateList.of(shown, reader.getTerminal(), coloured);
        for (Candidate it : shown) {
            if (it.equals(Candidate.FILES)) {
                files.complete(reader, line, candidates);
            } else if (it.equals(Candidate.FOLDERS)) {
                folders.complete(reader, line, candidates);
            } else {
                candidates.add(list.entry(it, !it.value().endsWith(".")));
            }
        }
    }

    private Stream<Candidate> schemaTables(String word) {
        return executor.schema().tables().filter(it -> it.value().regionMatches(true, 0, word, 0, word.length()));
    }

    /** Methods after a dot, and names of the database in quotes. */
    private List<Candidate> script(ParsedLine line) {
        String word = line.word().substring(0, line.wordCursor());
        String before = line.line().substring(0, line.cursor() - line.wordCursor());
        return JavaScriptCompletion.after(before)
                .map(it -> it.filter(each -> each.value().startsWith(word)).toList())
                .orElseGet(() -> matching(
                        word,
                        Stream.concat(
                                executor.schema().tables(), executor.schema().columnsOfNamed(line.line()))));
    }

    /** Columns of a table after its dot; else tables, columns of the tables that are named so far, and keywords. */
    private List<Candidate> names(Language language, ParsedLine line) {
        String word = line.word().substring(0, line.wordCursor());
        String before = line.line().substring(0, line.cursor() - line.wordCursor());
        SchemaNames schema = executor.schema();
        Matcher dotted = DOTTED.matcher(before);
        Stream<Candidate> found = dotted.find()
                ? schema.columns(dotted.group(1))
                : Stream.of(schema.tables(), schema.columnsOfNamed(line.line()), language.keywords(word))
                        .flatMap(it -> it);
        return matching(word, found);
    }

    private static List<Candidate> matching(String word, Stream<Candidate> found) {
        return found.filter(it -> it.value().regionMatches(true, 0, word, 0, word.length()))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
