package dev.mig.terminal;

import dev.mig.command.Candidate;
import dev.mig.command.CommandRegistry;
import dev.mig.command.Migrate;
import dev.mig.command.SchemaNames;
import dev.mig.project.Interruption;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.ProjectStatus;
import dev.mig.project.Session;
import dev.mig.report.Page;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Exit;
import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Executes lines, whether typed or read from a script. Holds the commands, the session, and the options the shell was
 * started with, which apply to every line.
 */
final class LineExecutor implements AutoCloseable {
    /** Their output comes at the end and may be long. */
    private static final Set<String> PAGED = Set.of(
            "history",
            "branches",
            "heads",
            "show",
            "explain",
            "help",
            "config",
            "diff",
            "dump",
            "lint",
            "validate",
            "plan",
            "try",
            "check",
            "test",
            "doctor",
            "tables",
            "describe",
            "sql");

    private final Migrate migrate = new Migrate(CommandRegistry.atPrompt());
    private final Session session;
    private final ProcessEnvironment process;
    private final List<String> options;
    private final Set<String> names;
    private final @Nullable Consumer<String> pager;
    private @Nullable SchemaNames schema;

    /** @param options words that stand before those of each line */
    LineExecutor(ProcessEnvironment process, Session session, List<String> options) {
        this(process, session, options, null);
    }

    /** @param pager takes what a command says that only looks; null where it goes out at once */
    LineExecutor(ProcessEnvironment process, Session session, List<String> options, @Nullable Consumer<String> pager) {
        this.pager = pager;
        this.process = process;
        this.session = session;
        this.options = List.copyOf(options);
        this.names = new TreeSet<>(
                migrate.summaries().stream().map(Migrate.Summary::name).toList());
        names.add("help");
    }

    /** What a line can begin with, apart from statements of the language. */
    Set<String> names() {
        return names;
    }

    /** The project's folder, which identifies its history. */
    Path home() {
        return migrate.home(options, process, session);
    }

    /** The database that the next line is going to work on. */
    String database() {
        return migrate.database(options, process, session);
    }

    ProjectStatus status() {
        return migrate.status(options, process, session);
    }

    /** The names in the database, as of the last query. */
    SchemaNames schema() {
        SchemaNames known = schema;
        if (known == null) {
            known = migrate.schemaNames(options, process, session);
            schema = known;
        }
        return known;
    }

    List<Candidate> complete(List<String> words, ProjectStatus status) {
        return migrate.complete(words, status);
    }

    /**
     * Does what was entered at once, one after the other until something fails. Empty if it asks to leave.
     *
     * @param isRevision whether a word that is no command names a revision
     */
    Optional<Exit> perform(String entered, Predicate<String> isRevision, Interruption interruption) {
        List<String> inputs = PastedLines.split(entered, names);
        for (int at = 0; at < inputs.size() - 1; at++) {
            Optional<Exit> exit = performOne(inputs.get(at), isRevision, interruption);
            if (exit.isEmpty() || exit.get() != Exit.OK) {
                if (exit.isPresent()) {
                    process.err()
                            .println("what stands behind it was not run: "
                                    + inputs.get(at + 1)
                                            .strip()
                                            .lines()
                                            .findFirst()
                                            .orElse(""));
                    process.err().flush();
                }
                return exit;
            }
        }
        return performOne(inputs.getLast(), isRevision, interruption);
    }

    private Optional<Exit> performOne(String line, Predicate<String> isRevision, Interruption interruption) {
        ShellInput typed;
        try {
            typed = ShellInput.of(line, names, isRevision);
        } catch (DiagnosticException wrong) {
            wrong.diagnostics().forEach(it -> process.err().println(Snippet.draw(it, Palette.PLAIN)));
            process.err().flush();
            return Optional.of(wrong.exit());
        }
        return switch (typed) {
            case ShellInput.Leave it -> Optional.empty();
            case ShellInput.Nothing it -> Optional.of(Exit.OK);
            case ShellInput.Overview it ->
                Optional.of(pager == null ? overview(process.out()) : paged(pager, this::overview));
            case ShellInput.Expand it -> {
                process.out().println(session.expand() ? "rows one below the other" : "rows side by side");
                process.out().flush();
                yield Optional.of(Exit.OK);
            }
            case ShellInput.Command(List<String> words) -> {
                schema = words.getFirst().equals("sql") ? schema : null;
                List<String> all = new ArrayList<>(options);
                all.addAll(words);
                ProcessEnvironment here = process.withInterruption(interruption);
                yield Optional.of(process.interruption().during(interruption::request, () -> run(all, here)));
            }
        };
    }

    private Exit run(List<String> words, ProcessEnvironment here) {
        return pager != null && looks(words)
                ? paged(pager, out -> migrate.run(words, here.at(here.terminal(), here.questions(), out), session))
                : migrate.run(words, here, session);
    }

    private static boolean looks(List<String> words) {
        return words.contains("--help")
                || words.contains("-h")
                || Migrate.command(words).filter(PAGED::contains).isPresent();
    }

    private static Exit paged(Consumer<String> pager, Function<PrintWriter, Exit> work) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        Exit exit = work.apply(writer);
        writer.flush();
        pager.accept(said.toString());
        return exit;
    }

    private Exit overview(PrintWriter out) {
        new ShellHelp(migrate.summaries()).write(page(out));
        out.flush();
        return Exit.OK;
    }

    private Page page(PrintWriter out) {
        ProcessEnvironment.Terminal terminal = process.terminal();
        boolean coloured = terminal.out() && process.colours() && !options.contains("--no-color");
        return new Page(out, coloured, terminal.width());
    }

    @Override
    public void close() {
        session.close();
    }
}
