package dev.mig.model;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database as {@link RowWork} sees it: statements with bound parameters, and rows one after the other. Used by one
 * thread.
 *
 * <p>Values are null, {@link Boolean}, {@link String}, {@link Long}, {@link java.math.BigInteger}, {@link
 * java.math.BigDecimal}, {@link Double}, {@code byte[]}, {@link java.time.LocalDate}, {@link java.time.LocalTime},
 * {@link java.time.LocalDateTime}, {@link java.time.Instant}, {@link java.util.UUID}, and lists of those.
 */
public interface Rows {
    /** The rows of a query, read as they are asked for, however many there are. */
    Cursor query(String sql, List<? extends @Nullable Object> parameters) throws Failed;

    /** How many rows a statement changed. */
    long execute(String sql, List<? extends @Nullable Object> parameters) throws Failed;

    /** How many rows one statement changed, sent once for each list of parameters. */
    long batch(String sql, Iterator<? extends List<? extends @Nullable Object>> parameters) throws Failed;

    /**
     * Inserts a row.
     *
     * @return the key that the database made for it; null where it made none
     */
    @Nullable
    Object insert(QualifiedIdentifier table, List<Identifier> columns, List<? extends @Nullable Object> values)
            throws Failed;

    /** Whether the run was asked to stop, so that no more work should begin. */
    boolean isCancelled();

    /** The result of a query; closed by whoever asked for it. */
    interface Cursor extends AutoCloseable {
        /** As the query names them. */
        List<String> columns();

        /** The next rows in the order of the columns, at most so many; none after the last one. */
        List<List<@Nullable Object>> next(int most) throws Failed;

        @Override
        void close();
    }

    /** The database refused, in its own words and without any secret. */
    final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String state;

        /** @param state the SQLSTATE; empty where there is none */
        public Failed(String message, String state, Throwable cause) {
            super(message, cause);
            this.state = state;
        }

        public String state() {
            return state;
        }
    }
}
