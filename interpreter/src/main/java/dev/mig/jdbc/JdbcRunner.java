package dev.mig.jdbc;

import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.SchemaModel;
import dev.mig.revision.Direction;
import dev.mig.revision.RowChange;
import dev.mig.revision.Stamp;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import dev.mig.script.Statement;
import dev.mig.script.Transactions;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts on one database. While open, it is the only writer: read {@link #rows()} again before running, because
 * they may have changed while it waited for the lock.
 *
 * <p>Not thread-safe, except for {@link #cancel()}. It makes no decisions: everything it sends is in the script.
 */
public final class JdbcRunner implements AutoCloseable {
    private final RunSession session;
    private final Connection connection;
    private final ConnectionSettings access;
    private final VersionTable versions;
    private final JournalReader reader;

    private JdbcRunner(RunSession session) {
        this.session = session;
        this.connection = session.connection();
        this.access = session.access();
        this.versions = session.versions();
        this.reader = session.reader();
    }

    /**
     * Connects, creates the version table and the journal if they are missing, and waits for the lock.
     *
     * @throws DiagnosticException if the database cannot be reached, or another run does not end in time
     */
    public static JdbcRunner open(
            Connections connections,
            OwnTables tables,
            Dialect dialect,
            Operator operator,
            RunOptions options,
            RunListener listener) {
        return new JdbcRunner(new RunSessionFactory(connections, tables, dialect, operator, options, listener).open());
    }

    /** The current version table, which only this runner may change. */
    public SortedSet<String> rows() {
        return DatabaseFailure.guard(access, () -> {
            SortedSet<String> rows = versions.rows(connection);
            connection.commit();
            return rows;
        });
    }

    /** The step that an earlier run left half done and nobody has settled: only this step may run now. */
    public Optional<UnfinishedStep> unfinished() {
        return DatabaseFailure.guard(access, () -> {
            Optional<UnfinishedStep> found = reader.unfinished(connection);
            connection.commit();
            return found;
        });
    }

    /**
     * Notes of a half-done step that the version table says it is done, or undone: somebody else has seen to it.
     *
     * @param isApplied of the id of a revision, as the version table says
     */
    public void settle(Predicate<String> isApplied) {
        Optional<UnfinishedStep> unfinished = unfinished();
        if (unfinished.isPresent() && Resumption.settled(unfinished, isApplied).isEmpty()) {
            SortedSet<String> rows = rows();
            together(() -> session.journal().stamp(rows, rows));
        }
    }

    /**
     * Runs a script that was planned from {@link #rows()}.
     *
     * @param kept what the journal is to keep of a revision; null for nothing
     * @throws DiagnosticException if nothing was run because something is in the way
     */
    public Outcome run(Script script, Function<String, @Nullable RevisionSnapshot> kept) {
        requireRoom(script);
        SortedSet<String> rows = rows();
        if (!rows.equals(script.plan().rowsBefore())) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.VERSION_ROWS_CHANGED,
                    Span.none(),
                    "the database is at " + shown(rows) + " and not at "
                            + shown(script.plan().rowsBefore()) + " any more",
                    "plan again from there: the command once more"));
        }
        Optional<UnfinishedStep> unfinished =
                withoutDoubt(Resumption.settled(unfinished(), id -> rows.contains(id)), script);
        Resumption.require(unfinished, script);
        return script.transactions() == Transactions.ALL
                ? session.foreignKeys().setAsideDuring(statements(script), access, () -> run(script, kept, unfinished))
                : run(script, kept, unfinished);
    }

    /** What the catalogue can prove needs no question. */
    private Optional<UnfinishedStep> withoutDoubt(Optional<UnfinishedStep> unfinished, Script script) {
        UnfinishedStep.Attempt doubt = unfinished.map(UnfinishedStep::doubt).orElse(null);
        if (unfinished.isEmpty() || doubt == null) {
            return unfinished;
        }
        Optional<Boolean> done = DatabaseFailure.guard(access, () -> {
            Optional<Boolean> told = new InDoubtCheck(session.style()).settled(connection, unfinished.get(), script);
            connection.commit();
            return told;
        });
        if (done.isEmpty()) {
            return unfinished;
        }
        resolve(doubt, done.get());
        session.listener().doubtSettled(script.steps().getFirst(), doubt.place(), done.get());
        return unfinished();
    }

    private static List<Statement> statements(Script script) {
        return script.steps().stream().flatMap(it -> it.statements().stream()).toList();
    }

    private Outcome run(
            Script script, Function<String, @Nullable RevisionSnapshot> kept, Optional<UnfinishedStep> unfinished) {
        SortedSet<String> rows = script.plan().rowsBefore();
        List<Outcome.Done> done = new ArrayList<>();
        boolean together = script.transactions() == Transactions.ALL;
        int steps = script.steps().size();
        int place = 1;
        HeapGrowth heap = new HeapGrowth();
        for (ScriptStep step : script.steps()) {
            session.listener().stepStarted(step, place, steps);
            UnfinishedStep before = place == 1 ? unfinished.orElse(null) : null;
            StepRun run = new StepRun(session, step, script.transactions());
            RevisionSnapshot keeping = kept.apply(step.revision());
            boolean last = place == steps;
            StepRun.Ending ending = together
                    ? run.run(before, keeping, last)
                    : session.foreignKeys()
                            .setAsideDuring(step.statements(), access, () -> run.run(before, keeping, last));
            switch (ending) {
                case StepRun.Finished(long millis) -> {
                    done.add(new Outcome.Done(step, millis));
                    rows = step.step().rowsAfter();
                    if (!together) {
                        session.listener().stepDone(step, millis);
                    }
                }
                case StepRun.Failed(int finishedStatements, Diagnostic why) -> {
                    return together
                            ? new Outcome.Stopped(List.of(), script.plan().rowsBefore(), step, finishedStatements, why)
                            : new Outcome.Stopped(done, rows, step, finishedStatements, why);
                }
            }
            place++;
            heap.stepDone();
        }
        if (together) {
            // None of them is committed before the last one.
            done.forEach(it -> session.listener().stepDone(it.step(), it.millis()));
        }
        return new Outcome.Applied(done, rows);
    }

    /** Runs statements that are not part of the history, and commits them. */
    public AdHocResult perform(Script script) {
        SortedSet<String> rows = rows();
        Resumption.settled(unfinished(), id -> rows.contains(id)).ifPresent(it -> {
            throw new DiagnosticException(it.diagnostic());
        });
        return new AdHocRun(session).keep(script);
    }

    /**
     * Runs a fully transactional script in one transaction, and rolls it back.
     *
     * @param tables what this program keeps, which no difference of schemas is about
     */
    public TrialResult attempt(Script script, OwnTables tables) {
        return session.foreignKeys().setAsideDuring(statements(script), access, () -> {
            SchemaModel before = schema(tables);
            AdHocResult loose = new AdHocRun(session).attempt(script);
            SchemaModel after = loose.why() == null ? schema(tables) : before;
            DatabaseFailure.guard(access, () -> {
                connection.rollback();
                return true;
            });
            return new TrialResult(loose, before, after);
        });
    }

    private SchemaModel schema(OwnTables tables) {
        return DatabaseFailure.guard(
                access,
                () -> Inspector.of(session.style().database())
                        .inspect(connection, Scope.EVERYTHING.hiding(tables.names())));
    }

    /**
     * Marks revisions as applied, or not, without running them, in one transaction.
     *
     * @param kept what the journal is to keep of those that are declared applied
     */
    public void stamp(Stamp stamp, List<RevisionSnapshot> kept) {
        OptionalInt width = width();
        if (width.isPresent()) {
            versions.requireRoom(width.getAsInt(), stamp.rowsAfter());
        }
        together(() -> {
            List<RowChange> changes = stamp.changes();
            versions.change(connection, changes);
            for (RevisionSnapshot revision : kept) {
                session.journal().keep(revision);
            }
            session.journal().stamp(stamp.rowsBefore(), stamp.rowsAfter());
        });
    }

    /** Accepts the current text of an applied revision. */
    public void accept(RevisionSnapshot kept) {
        together(() -> session.journal().keep(kept));
    }

    /**
     * Records how a statement that an earlier run left in doubt has ended.
     *
     * @param doubt as {@link #unfinished()} tells it
     */
    public void resolve(UnfinishedStep.Attempt doubt, boolean done) {
        together(() -> {
            if (done) {
                session.journal().finishStatement(doubt.row(), 0, 0);
            } else {
                session.journal().failStatement(doubt.row(), null, "cut off, and declared not done");
            }
        });
    }

    /** A change of this program's own tables only. */
    private interface Note {
        void write() throws SQLException;
    }

    private void together(Note note) {
        DatabaseFailure.guard(access, () -> {
            try {
                note.write();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            session.writes().flush();
            return true;
        });
    }

    /** Thread-safe: stops the running statement, and the run after it. */
    public void cancel() {
        session.running().cancel();
    }

    private void requireRoom(Script script) {
        OptionalInt width = width();
        if (width.isPresent()) {
            List<String> ids = script.steps().stream()
                    .filter(it -> it.step().direction() == Direction.UPGRADE)
                    .map(ScriptStep::revision)
                    .toList();
            versions.requireRoom(width.getAsInt(), ids);
        }
    }

    private OptionalInt width() {
        return DatabaseFailure.guard(access, () -> versions.width(connection));
    }

    private static String shown(SortedSet<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            session.journal().close();
            session.writes().close();
        } catch (SQLException e) {
            // The connection is gone, and its statements with it.
        }
        RunSessionFactory.close(connection, session.lock());
    }
}
