package dev.mig.model;

/** How well an operation can be reverted, from fully to not at all. */
public enum Grade {
    REVERSIBLE,
    /** The structure comes back, the data does not. */
    LOSSY,
    IRREVERSIBLE;

    public Grade worse(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
