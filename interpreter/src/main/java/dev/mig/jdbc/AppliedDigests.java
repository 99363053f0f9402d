package dev.mig.jdbc;

/**
 * What the journal noted of a revision when it was applied, to tell whether its file was edited since.
 *
 * @param text of its whole text, with the name of the algorithm before it
 * @param meaning of what it means, so that layout and comments do not count
 */
public record AppliedDigests(String text, String meaning) {}
