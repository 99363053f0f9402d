package dev.mig.command;

import dev.mig.project.Console;
import dev.mig.project.GlobalOptions;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.Project;
import dev.mig.project.ProjectStatus;
import dev.mig.project.Session;
import dev.mig.report.Failure;
import dev.mig.report.JsonObject;
import dev.mig.report.Report;
import dev.mig.report.VersionReport;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Exit;
import dev.mig.source.Severity;
import dev.mig.source.Span;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Executes one command line, from its arguments to its exit code.
 *
 * <p>The only place that turns a failure into text, JSON and an exit code. It knows no command by name except {@code
 * help}.
 */
public final class Migrate {
    /** The command that runs if none is given. */
    private static final String SHELL = "shell";

    private final CommandRegistry registry;

    public Migrate() {
        this(new CommandRegistry());
    }

    public Migrate(CommandRegistry registry) {
        this.registry = registry;
    }

    /** Runs a single command; nothing is kept. */
    public Exit run(List<String> words, ProcessEnvironment process) {
        try (Session session = new Session()) {
            return run(words, process, session);
        }
    }

    /** Runs one of several commands. */
    public Exit run(List<String> words, ProcessEnvironment process, Session session) {
        boolean json = has(words, "--json");
        boolean silent = json || has(words, "--no-input");
        Console console = new Console(
                process, json || has(words, "--no-color"), silent, has(words, "-q") || has(words, "--quiet"));
        Exit exit;
        try {
            exit = print(answer(words, process, console, session), console, json);
        } catch (DiagnosticException failed) {
            if (has(words, "--debug")) {
                failed.printStackTrace(process.err());
            }
            exit = fail(failed.exit(), failed.diagnostics(), console, json);
        } catch (RuntimeException | StackOverflowError bug) {
            if (has(words, "--debug")) {
                bug.printStackTrace(process.err());
            }
            exit = fail(Code.BUG.exit(), List.of(unforeseen(bug)), console, json);
        }
        process.out().flush();
        process.err().flush();
        return exit;
    }

    /**
     * The state of the project, for the prompt.
     *
     * @param options what is said with every command; wrong ones are told by the first command that is typed
     */
    public ProjectStatus status(List<String> options, ProcessEnvironment process, Session session) {
        return ProjectStatus.of(project(options, process, session).atAGlance());
    }

    /** The database as the files configure it now, without its secrets; empty where they are broken. */
    public String database(List<String> options, ProcessEnvironment process, Session session) {
        try {
            return project(options, process, session)
                    .configuration()
                    .connection()
                    .url()
                    .masked();
        } catch (DiagnosticException broken) {
            return "";
        }
    }

    /** The folder of {@code migrate.toml}, or else the one named by the options. */
    public Path home(List<String> options, ProcessEnvironment process, Session session) {
        Project project = project(options, process, session);
        try {
            return project.configuration().home();
        } catch (DiagnosticException broken) {
            return project.directory();
        }
    }

    /** For callers that only want to know: output is discarded, including that of the project's own script. */
    private static Project project(List<String> options, ProcessEnvironment process, Session session) {
        Words shared = new Words("");
        Supplier<GlobalOptions> read = SharedOptions.declare(shared);
        Parsing.parse(shared, options);
        ProcessEnvironment silent =
                process.at(ProcessEnvironment.Terminal.NONE, question -> null, new PrintWriter(Writer.nullWriter()));
        return new Project(read.get(), silent, new Console(silent, true, true, true), session);
    }

    /** Completion candidates for the last word. */
    public List<Candidate> complete(List<String> typed, ProjectStatus status) {
        return new Completer(registry, Completer.Known.of(status)).complete(typed);
    }

    /** The tables and columns of the database, for completion; empty if it cannot be reached. */
    public SchemaNames schemaNames(List<String> options, ProcessEnvironment process, Session session) {
        try {
            return SchemaNames.of(project(options, process, session));
        } catch (DiagnosticException unreachable) {
            return SchemaNames.NONE;
        }
    }

    /** The command's name among some words, whether such a command exists or not; empty if there are only options. */
    public static Optional<String> command(List<String> words) {
        return CommandWords.of(words).command();
    }

    /** Global options that take a value. */
    public static Set<String> optionsWithValue() {
        Words shared = new Words("");
        SharedOptions.declare(shared);
        return shared.spec().options().stream()
                .filter(it -> it.arity().max() == 1)
                .flatMap(it -> Stream.of(it.names()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every command by name, with its summary and first example. */
    public List<Summary> summaries() {
        return registry.entries().stream()
                .map(it -> {
                    Words words = HelpPages.declared(it);
                    String example = words.examples().isEmpty()
                            ? ""
                            : words.examples().getFirst().words();
                    return new Summary(it.name(), it.group().title(), words.summary(), example);
                })
                .toList();
    }

    /** @param example what may follow the name; empty for nothing */
    public record Summary(String name, String group, String says, String example) {}

    private Report answer(List<String> words, ProcessEnvironment process, Console console, Session session) {
        if (has(words, "--version")) {
            return new VersionReport(process.version());
        }
        CommandWords sentence = CommandWords.of(words);
        if (sentence.command().isEmpty()) {
            if (opensShell(words, process)) {
                return perform(entry(SHELL), sentence.rest(), process, console, session);
            }
            if (sentence.rest().stream().anyMatch(it -> !Parsing.isHelp(it))) {
                Words root = new Words("");
                SharedOptions.declare(root);
                Parsing.parse(root, sentence.rest());
            }
            return HelpPages.ofAll(registry);
        }
        String name = sentence.command().orElseThrow();
        if (name.equals("help")) {
            Optional<String> about = CommandWords.of(sentence.rest()).command();
            return about.isEmpty() ? HelpPages.ofAll(registry) : HelpPages.of(entry(about.get()));
        }
        CommandRegistry.Entry entry = entry(name);
        if (has(words, "--help") || has(words, "-h")) {
            return HelpPages.of(entry);
        }
        return perform(entry, sentence.rest(), process, console, session);
    }

    private static Report perform(
            CommandRegistry.Entry entry,
            List<String> rest,
            ProcessEnvironment process,
            Console console,
            Session session) {
        Words declared = new Words(entry.name());
        Command command = entry.make().apply(declared);
        Supplier<GlobalOptions> options = SharedOptions.declare(declared);
        Parsing.parse(declared, rest);
        return command.run(new Project(options.get(), process, console, session));
    }

    /** A person at a terminal who has given no more than global options. */
    private boolean opensShell(List<String> words, ProcessEnvironment process) {
        ProcessEnvironment.Terminal terminal = process.terminal();
        return terminal.in()
                && terminal.out()
                && words.stream().noneMatch(Parsing::isHelp)
                && registry.find(SHELL).isPresent();
    }

    private CommandRegistry.Entry entry(String name) {
        return registry.find(name).orElseThrow(() -> Parsing.unknownCommand(name, registry.names()));
    }

    private static Exit print(Report report, Console console, boolean json) {
        List<Diagnostic> said = report.diagnostics();
        if (json) {
            boolean failed = said.stream().anyMatch(Diagnostic::isError);
            JsonObject document = failed ? Failure.json(report.exit(), said, report.json()) : report.json();
            if (!document.isEmpty()) {
                console.out().line(document.toString());
            }
        } else {
            report.write(console.out());
            console.out().flush();
            List<Diagnostic> all = new ArrayList<>(console.warnings());
            all.addAll(said);
            draw(all, console);
        }
        return report.exit();
    }

    private static Exit fail(Exit exit, List<Diagnostic> diagnostics, Console console, boolean json) {
        if (json) {
            console.out().line(Failure.json(exit, diagnostics, new JsonObject()).toString());
        } else {
            draw(diagnostics, console);
        }
        return exit;
    }

    /** Most important last: the cause of the failure appears right above where the next command is typed. */
    private static void draw(List<Diagnostic> diagnostics, Console console) {
        List<Diagnostic> ordered = new ArrayList<>(diagnostics);
        ordered.sort(Comparator.comparing(Migrate::weight).reversed());
        for (int at = 0; at < ordered.size(); at++) {
            if (at > 0) {
                console.err().line();
            }
            console.err().diagnostic(ordered.get(at));
        }
    }

    /** How many more errors there are is told behind those that are shown. */
    private static Severity weight(Diagnostic diagnostic) {
        return diagnostic.code() == Code.MORE ? Severity.ERROR : diagnostic.severity();
    }

    private static Diagnostic unforeseen(Throwable bug) {
        String what = bug.getClass().getSimpleName() + (bug.getMessage() == null ? "" : ": " + bug.getMessage());
        return Diagnostic.error(
                Code.BUG, Span.none(), what, "this is a fault of migrate: \"--debug\" shows where, for a report");
    }

    /** Whether an option is present. Needed before, and without, a successful parse. */
    private static boolean has(List<String> words, String option) {
        int end = words.indexOf("--");
        return words.subList(0, end < 0 ? words.size() : end).contains(option);
    }
}
