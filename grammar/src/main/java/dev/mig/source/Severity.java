package dev.mig.source;

/** How bad it is: an error stops the command, a warning and a note do not. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
