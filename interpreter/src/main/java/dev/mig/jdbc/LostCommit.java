package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Commits, and looks up what became of a commit whose answer was lost with the connection: that is never guessed. */
final class LostCommit {
    private static final int ALIVE_SECONDS = 2;

    private final RunSession session;
    private final Connection connection;

    LostCommit(RunSession session) {
        this.session = session;
        this.connection = session.connection();
    }

    /**
     * Returns if it was committed, perhaps over a connection that is lost since.
     *
     * @param row of the journal, which the transaction says is done
     * @throws Unknown if nobody can tell
     */
    void commit(long row) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (isAlive()) {
                throw e;
            }
            Optional<Boolean> done = session.isDone(row);
            if (done.isEmpty()) {
                throw new Unknown(e);
            }
            if (!done.get()) {
                throw e;
            }
        }
    }

    boolean isAlive() {
        try {
            return connection.isValid(ALIVE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Nobody can say whether it was committed. */
    static final class Unknown extends SQLException {
        private static final long serialVersionUID = 1L;

        Unknown(SQLException cause) {
            super(cause);
        }
    }
}
