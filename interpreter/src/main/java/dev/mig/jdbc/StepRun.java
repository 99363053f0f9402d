package dev.mig.jdbc;

import dev.mig.jdbc.UnfinishedStep.Attempt;
import dev.mig.revision.Direction;
import dev.mig.script.Part;
import dev.mig.script.ScriptStep;
import dev.mig.script.SqlStyle;
import dev.mig.script.Statement;
import dev.mig.script.Transactions;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs one step of a script, from its journal entry to the change of the version table.
 *
 * <p>Within a transaction, the work commits together with its journal entry. A statement that commits by itself has a
 * journal entry before it is sent, so that what a killed run may have done is known; that entry is committed by the
 * statement's own commit, or together with its effect.
 */
final class StepRun {
    /** How the step ended. */
    sealed interface Ending {}

    record Finished(long millis) implements Ending {}

    /** @param finishedStatements the number that remains applied */
    record Failed(int finishedStatements, Diagnostic why) implements Ending {}

    private static final int ATTEMPTS = 3;

    private final RunSession session;
    private final ScriptStep step;
    private final Transactions transactions;
    private final Connection connection;
    private final JournalWriter journal;
    private final StatementSender sender;
    private final LostCommit committing;
    private final long begun = System.nanoTime();

    private final List<Statement> statements;
    /** The current statement, from 1. Before and after all statements, the step is at the version table. */
    private int place;
    /** The number of committed statements. */
    private int finished;

    private long row;
    /** Whether the row is committed, now or by an earlier run. */
    private boolean rowStays;

    private long statementRow;
    private @Nullable RevisionSnapshot snapshot;
    /** Of the last statement that the journal calls done, be that committed yet or not. */
    private long doneRow;
    /** Whether the statement under way goes with its transaction. */
    private boolean inTransaction;

    StepRun(RunSession session, ScriptStep step, Transactions transactions) {
        this.session = session;
        this.step = step;
        this.transactions = transactions;
        this.connection = session.connection();
        this.journal = session.journal();
        this.sender = session.sender();
        this.committing = new LostCommit(session);
        this.statements = step.statements();
    }

    /**
     * @param before what an earlier run left of this step; null if it begins at the beginning
     * @param last whether it is the last step of its run, which commits all of them where they are one transaction
     */
    Ending run(@Nullable UnfinishedStep before, @Nullable RevisionSnapshot kept, boolean last) {
        try {
            row = before == null ? 0 : before.step();
            rowStays = before != null;
            finished = before == null ? 0 : before.done().size();
            int attempt = 1;
            while (true) {
                try {
                    return once(before, kept, last);
                } catch (SQLException e) {
                    if (attempt == ATTEMPTS || !isTakenBack(e)) {
                        throw e;
                    }
                }
                attempt++;
                rollback();
                session.running().pause(ThreadLocalRandom.current().nextLong(100, 1000));
            }
        } catch (LostCommit.Unknown e) {
            return new Failed(finished, failure().duringCommit());
        } catch (SQLException e) {
            return failed(e, told(e));
        } catch (DiagnosticException e) {
            return failed(e, failure().of(e.diagnostics().getFirst()));
        } catch (RuntimeException e) {
            rollback();
            throw e;
        }
    }

    private Diagnostic told(SQLException failure) {
        Diagnostic told = failure().of(failure, session.running().isCancelled());
        if (isInDoubt() && !committing.isAlive()) {
            return failure().cutOff(failure);
        }
        if (isInStatement() && isLockRefused(failure)) {
            for (String blocker : session.others().blockers(literal(statements.get(place - 1)))) {
                told = told.withHint(session.access().masked(blocker));
            }
        }
        return told;
    }

    /** A transaction that failed to get a lock and left nothing behind may succeed a little later. */
    private boolean isTakenBack(SQLException failure) {
        return transactions == Transactions.PER_REVISION && inTransaction && isLockRefused(failure);
    }

    private boolean isLockRefused(SQLException failure) {
        return session.style().session().lockRefusals().tell(failure.getSQLState(), failure.getErrorCode());
    }

    /** From the first statement that is not committed yet. */
    private Ending once(@Nullable UnfinishedStep before, @Nullable RevisionSnapshot kept, boolean last)
            throws SQLException {
        place = 0;
        inTransaction = false;
        snapshot = kept;
        session.limits().apply(step.step().revision().header().timeouts());
        if (!rowStays) {
            row = journal.beginStep(step, kept);
        } else if (before != null) {
            journal.resumeStep(row);
        }
        List<Part> parts = step.parts();
        for (int i = 0; i < parts.size(); i++) {
            run(parts.get(i), i == parts.size() - 1, before);
        }
        place = statements.size() + 1;
        inTransaction = true;
        boolean commits = last || transactions == Transactions.PER_REVISION;
        if (commits) {
            session.foreignKeys().requireKept();
        }
        session.versions().change(connection, step.step().changes());
        if (before != null && kept != null && step.step().direction() == Direction.UPGRADE) {
            // The rest may have been edited after the failure.
            journal.keep(kept);
        }
        long millis = millis();
        journal.finishStep(row, millis);
        if (commits) {
            committing.commit(row);
            session.writes().flush();
        }
        return new Finished(millis);
    }

    /** Whether a statement is under way that commits by itself, and so may be done although it failed here. */
    private boolean isInDoubt() {
        return isInStatement() && statementRow != 0 && !(statements.get(place - 1) instanceof Statement.Batched);
    }

    private boolean isInStatement() {
        return place > 0 && place <= statements.size();
    }

    private void run(Part part, boolean last, @Nullable UnfinishedStep before) throws SQLException {
        for (Statement statement : part.statements()) {
            place++;
            if (place <= finished) {
                continue;
            }
            statementRow = 0;
            // Changes of rows need no outer transaction and still commit together with their journal entry.
            inTransaction = part.transactional() || statement.isAboutRows();
            session.lock().requireHeld();
            session.listener().statementStarted(step, statement, place, statements.size());
            if (inTransaction) {
                sender.send(step, statement);
                if (!step.isTransactional()) {
                    doneRow = journal.doneStatement(row, place, literal(statement));
                }
            } else if (statement instanceof Statement.Batched batched) {
                batches(batched, before);
            } else if (!settlesDoubt(statement, before)) {
                alone(statement);
            }
            // Including the last one: whatever happens to the version table, this statement is done.
            if (!part.transactional()) {
                commit();
            }
        }
        if (part.transactional() && !last && place > finished) {
            commit();
        }
    }

    private void commit() throws SQLException {
        committing.commit(doneRow);
        finished = place;
        rowStays = true;
        statementRow = 0;
    }

    /** Whether an earlier run was interrupted during this statement, and the catalogue shows that it finished. */
    private boolean settlesDoubt(Statement statement, @Nullable UnfinishedStep before) throws SQLException {
        Attempt doubt = before == null ? null : before.doubt();
        if (doubt == null || doubt.place() != place || !sender.isProvenDone(statement)) {
            return false;
        }
        journal.finishStatement(doubt.row(), 0, 0);
        doneRow = doubt.row();
        return true;
    }

    private void alone(Statement statement) throws SQLException {
        statementRow = journal.beginStatement(row, place, "statement", literal(statement));
        rowStays = true;
        long start = System.nanoTime();
        long rows;
        if (session.style().ddl() != SqlStyle.Ddl.COMMITS_ALL) {
            // A statement that must not run in a transaction has none here; its intent must be durable first.
            connection.commit();
            connection.setAutoCommit(true);
            try {
                rows = sendPatiently(statement);
            } finally {
                connection.setAutoCommit(false);
            }
        } else {
            rows = sendPatiently(statement);
        }
        journal.finishStatement(statementRow, (System.nanoTime() - start) / 1_000_000, rows);
        doneRow = statementRow;
    }

    /** A statement that only timed out waiting for a lock has done nothing, and may succeed a little later. */
    private long sendPatiently(Statement statement) throws SQLException {
        int attempt = 1;
        while (true) {
            try {
                return sender.send(step, statement);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isLockRefused(e)) {
                    throw e;
                }
                attempt++;
                noteAgain(statement);
                session.running().pause(ThreadLocalRandom.current().nextLong(100, 1000));
            }
        }
    }

    /** A deadlock takes back everything since the last commit, which may include what the journal says of the statement. */
    private void noteAgain(Statement statement) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        Rollback.of(connection);
        if (!journal.has(row)) {
            row = journal.beginStep(step, snapshot);
        }
        if (!journal.has(statementRow)) {
            statementRow = journal.beginStatement(row, place, "statement", literal(statement));
        }
    }

    private void batches(Statement.Batched statement, @Nullable UnfinishedStep before) throws SQLException {
        Statement.Batched keyed = BatchRun.inOrder(statement, connection, session.style());
        Attempt attempt = before == null ? null : before.batches();
        boolean again =
                attempt != null && attempt.place() == place && attempt.digest().equals(Digest.of(literal(statement)));
        statementRow = again && attempt != null
                ? attempt.row()
                : journal.beginStatement(row, place, "batches", literal(statement));
        long start = System.nanoTime();
        long rows = new BatchRun(connection, session.style(), keyed, session.running())
                .run(
                        again && attempt != null ? attempt.progress() : null,
                        (key, soFar) -> journal.progress(statementRow, key, soFar),
                        soFar -> session.listener().rows(step, statement, soFar));
        journal.finishStatement(statementRow, (System.nanoTime() - start) / 1_000_000, rows);
        doneRow = statementRow;
    }

    private Failed failed(Exception cause, Diagnostic why) {
        String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        rollback();
        try {
            writeFailure(state, why.message());
            connection.commit();
            session.writes().flush();
        } catch (SQLException e) {
            rollback();
            return new Failed(
                    finished,
                    why.withHint("this could not be written into the journal: look at the database before going on"));
        }
        return new Failed(finished, why);
    }

    private void writeFailure(@Nullable String state, String message) throws SQLException {
        if (row == 0 || !journal.failStep(row, millis(), state, message)) {
            // Its row was rolled back with the transaction.
            row = journal.beginStep(step, null);
            journal.failStep(row, millis(), state, message);
        }
        boolean inBatches = isInStatement() && statements.get(place - 1) instanceof Statement.Batched;
        if (statementRow != 0 && !inBatches) {
            journal.failStatement(statementRow, state, message);
        }
    }

    /** SQLite keeps cancelling statements, including this one, while any is open. */
    private void rollback() {
        try {
            journal.close();
        } catch (SQLException e) {
            // They are gone with their connection.
        }
        Rollback.of(connection);
        session.limits().forget();
    }

    private StatementFailure failure() {
        Statement statement = isInStatement() ? statements.get(place - 1) : null;
        return new StatementFailure(session.access(), session.style(), step, statement, place, finished, transactions);
    }

    private String literal(Statement statement) {
        return statement.literal(session.style());
    }

    private long millis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
