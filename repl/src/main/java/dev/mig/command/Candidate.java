package dev.mig.command;

/**
 * A completion candidate.
 *
 * @param value the whole word, or {@link #FILES} or {@link #FOLDERS} for whatever the asker finds on the disk
 * @param says what it is; may be empty
 */
public record Candidate(String value, String says) {
    /** No word holds a colon at its start. */
    public static final Candidate FILES = new Candidate(":files", "");

    public static final Candidate FOLDERS = new Candidate(":folders", "");
}
