package dev.mig.project;

import dev.mig.compile.Compilation;
import dev.mig.compile.HistoryCompiler;
import dev.mig.compile.Target;
import dev.mig.files.DisplayNames;
import dev.mig.files.FolderReader;
import dev.mig.files.HistoryFiles;
import dev.mig.files.MigrationsFolder;
import dev.mig.files.RevisionFile;
import dev.mig.files.config.Configuration;
import dev.mig.files.config.ConfigurationReader;
import dev.mig.files.config.Flags;
import dev.mig.jdbc.FileLockWait;
import dev.mig.jdbc.JdbcRunner;
import dev.mig.jdbc.RevisionSnapshot;
import dev.mig.jdbc.RunOptions;
import dev.mig.js.EnvScript;
import dev.mig.model.SchemaModel;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.script.Dialect;
import dev.mig.script.Transactions;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a command works on: global options, configuration, revisions and database.
 *
 * <p>Each part is read on first use, and once, so that a command pays only for what it needs.
 */
public final class Project {
    private final GlobalOptions options;
    private final ProcessEnvironment process;
    private final Console console;
    private final Session session;
    private @Nullable Configuration configuration;
    private @Nullable EnvJs env;
    private @Nullable MigrationsFolder folder;
    private @Nullable RevisionGraph graph;
    private @Nullable Database database;
    private @Nullable Applied applied;
    private Map<String, Source> kept = Map.of();
    private boolean glances;

    public Project(GlobalOptions options, ProcessEnvironment process, Console console, Session session) {
        this.options = options;
        this.process = process;
        this.console = console;
        this.session = session;
    }

    public GlobalOptions options() {
        return options;
    }

    public ProcessEnvironment process() {
        return process;
    }

    public Console console() {
        return console;
    }

    /** Where to look for the configuration, and what paths on the command line are relative to; absolute. */
    public Path directory() {
        return options.directory()
                .map(it -> process.directory().resolve(it).normalize())
                .orElse(process.directory());
    }

    /** How files are called where the user stands. */
    public DisplayNames names() {
        return new DisplayNames(process.directory());
    }

    public Configuration configuration() {
        if (configuration == null) {
            configuration = configured(null);
        }
        return configuration;
    }

    private Configuration configured(EnvScript.@Nullable Computed computed) {
        return ConfigurationReader.read(
                new dev.mig.files.config.Invocation(process.directory(), directory(), process.environment()),
                new Flags(
                        options.config().orElse(null),
                        options.environment().orElse(null),
                        options.url().orElse(null),
                        options.user().orElse(null),
                        options.vars()),
                computed);
    }

    /** The {@code env.js}: whoever asks for it is going to connect, and has the configuration that it computes. */
    public EnvJs env() {
        if (env == null) {
            env = EnvJs.of(this);
            EnvScript.Computed computed = env.configure(configuration());
            if (computed != null) {
                configuration = configured(computed);
            }
        }
        return env;
    }

    /** The files of the history; throws what is wrong with any of them. */
    public MigrationsFolder folder() {
        if (folder == null) {
            List<Path> locations = configuration().migrations().locations();
            FolderReader reader = session.reader(locations);
            folder = (glances ? reader.glance(locations, names()) : reader.read(locations, names())).orThrow();
        }
        return folder;
    }

    /** The same for who looks again at once, and can do with the files as the last command has read them. */
    public Project atAGlance() {
        glances = true;
        return this;
    }

    /**
     * The revisions of the files; once {@link #applied} was asked for, also those that only the database has kept, so
     * that whoever needs both asks for the applied ones first.
     *
     * <p>Throws what is wrong with files and how they refer to each other.
     */
    public RevisionGraph graph() {
        if (graph == null) {
            graph = session.graph(folder());
        }
        return graph;
    }

    /** How the file of a revision is called; empty where it has none any more. */
    public String fileName(String revision) {
        return folder().file(revision).map(RevisionFile::name).orElse("");
    }

    /** The texts of the history, those of the database's own keeping too where {@link #applied} was asked for. */
    public HistoryFiles files() {
        return new HistoryFiles(folder(), names(), kept);
    }

    /** The text of a revision of the graph. */
    public Source text(Revision revision) {
        return files().text(revision.id());
    }

    /** Begins to compile revisions for the database of this project, which may have something to say itself. */
    HistoryCompiler.Begun beginCompiling(Collection<Revision> revisions) {
        return compiler()
                .begin(
                        revisions.stream().map(Revision::id).toList(),
                        target(database().dialect().style().database()));
    }

    /**
     * Compiles revisions for whatever database the dialect speaks to, without asking it. Not thrown: what is wrong is in
     * what is returned.
     */
    public Compilation compile(Collection<Revision> revisions, Dialect dialect) {
        return compile(revisions, dialect.style().database());
    }

    /** Likewise, without a word of how a database is spoken to. */
    public Compilation compile(Collection<Revision> revisions, dev.mig.model.Database meant) {
        return compiler().compile(revisions.stream().map(Revision::id).toList(), target(meant));
    }

    /** The schema that revisions, and all that they follow, leave behind; nothing for none. */
    SchemaModel schemaAfter(Collection<Revision> revisions, Dialect dialect) {
        return compiler()
                .schemaAfter(
                        revisions.stream().map(Revision::id).toList(),
                        target(dialect.style().database()));
    }

    /** Made anew each time: what it has read would fill the memory for as long as a run goes on. */
    private HistoryCompiler compiler() {
        return new HistoryCompiler(graph(), files(), RevisionFormats.all(files(), this));
    }

    public Target target(dev.mig.model.Database meant) {
        return new Target(meant, configuration().variables());
    }

    /** How many revisions of a run share a transaction. */
    public Transactions transactions() {
        return switch (configuration().migrations().transaction()) {
            case PER_REVISION -> Transactions.PER_REVISION;
            case ALL -> Transactions.ALL;
        };
    }

    /** The database as the files configure it, for who does not connect to it. */
    public Database unconnected() {
        return new Database(configuration(), process);
    }

    public Database database() {
        var unused = env();
        if (database == null) {
            database = session.database(configuration(), process);
            if (database.wasLost()) {
                console.err()
                        .line("the connection to "
                                + configuration().connection().url().masked() + " is gone; connecting again");
                console.err().flush();
            }
        }
        return database;
    }

    /** Begins to connect while files are read. */
    public void connectMeanwhile() {
        database().connect();
    }

    /** The same for who is going to write, and waits while another process has the database to itself. */
    public void connectForTurn(RunOptions patience) {
        database().connect(new FileLockWait(patience.lockWait(), waiting()::waiting));
    }

    /**
     * The exclusive writer, for commands without progress output: reports whom it waits for, and Ctrl-C ends the
     * waiting.
     */
    public JdbcRunner writer(RunOptions patience) {
        return process.interruption().during(() -> {}, () -> database().runner(patience, waiting()));
    }

    private LockWaitNotice waiting() {
        return new LockWaitNotice(this, text -> {
            console.err().line(text);
            console.err().flush();
        });
    }

    /**
     * The applied revisions; the graph then includes revisions with missing files that the journal knows. Throws
     * if the database cannot be reached.
     */
    public Applied applied() {
        if (applied == null) {
            MigrationsFolder files = folder();
            Collection<String> rows = database().reader().rows();
            if (rows.isEmpty()) {
                warnOfAlembic();
            }
            MissingRevisions found = MissingRevisions.of(files, rows, database().reader()::kept);
            if (!found.headers().isEmpty()) {
                kept = found.texts();
                List<Header> all = new ArrayList<>(files.headers());
                all.addAll(found.headers());
                graph = RevisionGraph.of(all);
            }
            applied = Applied.of(graph(), rows);
        }
        return applied;
    }

    private void warnOfAlembic() {
        SortedSet<String> rows = database().reader().rowsOfAlembic();
        if (!rows.isEmpty()) {
            console.warn(Diagnostic.warning(
                    Code.VERSION_TABLE_ELSEWHERE,
                    Span.none(),
                    "this database has a table alembic_version, at " + String.join(", ", rows) + ", and no "
                            + database().versionTable(),
                    "if that is where this project stands: version_table = \"alembic_version\" in [migrations]"));
        }
    }

    /** {@link #applied}, or null and a warning if the database cannot be reached, for callers that can do without. */
    @Nullable
    public Applied appliedIfKnown() {
        try {
            return applied();
        } catch (DiagnosticException unreachable) {
            // Problems in the files are reported here as well; no caller can do without them.
            graph();
            unreachable
                    .diagnostics()
                    .forEach(it -> console.warn(Diagnostic.warning(
                            it.code(),
                            it.span(),
                            it.message() + "; what is applied is not known",
                            it.hints().toArray(String[]::new))));
            return null;
        }
    }

    /** Forgets the files that were read, because this command has written one. */
    public void filesChanged() {
        folder = null;
        graph = null;
        applied = null;
    }

    /** Forgets what is known of the database. */
    public void lookAgain() {
        applied = null;
        if (database != null) {
            database.lookAgain();
        }
    }

    /** The journal's snapshot of a revision as it was applied. */
    public Optional<RevisionSnapshot> keptRevision(String id) {
        return database().reader().kept(id);
    }

    public Session session() {
        return session;
    }
}
