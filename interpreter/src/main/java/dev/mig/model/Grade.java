package dev.mig.model;

/** What taking an operation back would cost, from nothing to everything. */
public enum Grade {
    REVERSIBLE,
    /** The structure comes back, the data does not. */
    LOSSY,
    IRREVERSIBLE;

    public Grade worse(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
