package dev.mig.script;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Session settings and error codes of a database: data only.
 *
 * @param opening statements that a connection begins with before it runs anything
 * @param lockLimit how long a statement may wait for a lock
 * @param statementLimit how long a statement may run; 0 is for ever
 * @param lockRefusals what is said of a statement that waited too long for a lock, and was taken back
 * @param oneWriter how a run makes itself the only writer
 * @param sessions how other sessions are seen; null where the driver alone can cancel, and nobody tells who has a lock
 */
public record SessionStyle(
        List<String> opening,
        Limit lockLimit,
        Limit statementLimit,
        LockRefusals lockRefusals,
        OneWriter oneWriter,
        @Nullable Sessions sessions) {
    public SessionStyle {
        opening = List.copyOf(opening);
    }

    public SessionStyle(
            List<String> opening,
            Limit lockLimit,
            Limit statementLimit,
            LockRefusals lockRefusals,
            OneWriter oneWriter) {
        this(opening, lockLimit, statementLimit, lockRefusals, oneWriter, null);
    }

    /**
     * How one session sees and stops another.
     *
     * @param self asks a session for its number
     * @param kill a format of what ends the statement under way in another session; it takes the number of that one
     * @param blockers a format of a query for who holds what a session did not get, given its number; its one parameter
     *     is the statement. Two columns: who it is, and what ends it. Empty where nobody can be asked
     */
    public record Sessions(String self, String kill, String blockers) {}

    /**
     * A limit of time.
     *
     * @param formats of the statements that set it, each taking a whole number; none where it cannot be set by SQL
     * @param unitMillis what the number counts: a second is 1000. Whatever is left over counts as one more
     * @param back statements that give the session the limit that it has without being told
     */
    public record Limit(List<String> formats, long unitMillis, List<String> back) {
        public Limit {
            formats = List.copyOf(formats);
            back = List.copyOf(back);
        }

        /** A limit that cannot be set by SQL. */
        public static Limit none() {
            return new Limit(List.of(), 1, List.of());
        }

        public static Limit millis(String format, String back) {
            return new Limit(List.of(format), 1, List.of(back));
        }

        public static Limit seconds(List<String> formats, List<String> back) {
            return new Limit(formats, 1000, back);
        }

        public List<String> of(long millis) {
            long units = Math.ceilDiv(millis, unitMillis);
            return formats.stream().map(it -> it.formatted(units)).toList();
        }
    }

    /**
     * How a database says that a statement did nothing because it waited too long for a lock, or lost it to another.
     *
     * @param states SQLSTATEs
     * @param codes the database's own numbers, where a SQLSTATE does not tell
     */
    public record LockRefusals(Set<String> states, Set<Integer> codes) {
        public LockRefusals {
            states = Set.copyOf(states);
            codes = Set.copyOf(codes);
        }

        public boolean tell(@Nullable String state, int code) {
            return (state != null && states.contains(state)) || codes.contains(code);
        }
    }

    /** What makes a run the only writer until its connection ends, whatever happens to its process. */
    public enum OneWriter {
        /** A file lock next to the database, for a database in a single file. */
        LOCKED_FILE,
        /** A session lock with a number. */
        ADVISORY,
        /** A session lock with a server-wide name. */
        NAMED,
        /**
         * A row that a second connection keeps locked: for databases without something better, or where DDL
         * commits.
         */
        LOCKED_ROW
    }
}
