package dev.mig.syntax.print;

/** Whether a blank line stands before a line. The author's blank lines never become more than one. */
enum Spacing {
    /** None, nor around the comments before it: the line continues the line before. */
    GLUED,
    /** None, but comments before it keep the author's. */
    CLOSE,
    /** As the author had it. */
    KEPT,
    /** One, except at the beginning of a file and after an opening brace. */
    APART
}
