package dev.mig.revision;

/** Which way a plan moves. */
public enum Direction {
    UPGRADE("upgrade"),
    DOWNGRADE("downgrade");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** As people type and read it. */
    public String word() {
        return word;
    }
}
