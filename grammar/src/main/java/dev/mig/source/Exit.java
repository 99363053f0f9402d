package dev.mig.source;

/** The exit codes of {@code migrate}. They are part of its public interface. */
public enum Exit {
    OK(0),
    /** A statement failed in the database. */
    DATABASE(1),
    /** An invalid command line, or a target that cannot be resolved. */
    USAGE(2),
    /** Invalid migrations: they do not parse, compile or form a graph. */
    MIGRATIONS(3),
    /** A check found a difference. */
    DIFFERENCE(4),
    /** Another run holds the lock, or moved the start of a relative move. */
    LOCKED(5),
    /** The history in the database and the files disagree. */
    HISTORY(6),
    /** A required confirmation was not given. */
    REFUSED(7),
    /** The database cannot be reached. */
    CONNECTION(8),
    INTERRUPTED(130);

    private final int number;

    Exit(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
