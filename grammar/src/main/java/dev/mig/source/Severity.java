package dev.mig.source;

/** An error stops the command; a warning or a note does not. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
