package dev.mig.jdbc;

/**
 * The checksums that the journal recorded when a revision was applied, to detect later edits of its file.
 *
 * @param text of its whole text, with the name of the algorithm before it
 * @param meaning of what it means, so that layout and comments do not count
 */
public record AppliedDigests(String text, String meaning) {}
