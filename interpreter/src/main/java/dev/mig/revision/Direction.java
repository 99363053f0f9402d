package dev.mig.revision;

/** The direction of a plan. */
public enum Direction {
    UPGRADE("upgrade"),
    DOWNGRADE("downgrade");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    public Direction opposite() {
        return this == UPGRADE ? DOWNGRADE : UPGRADE;
    }

    /** As people type and read it. */
    public String word() {
        return word;
    }
}
