package dev.mig.syntax.print;

/** What a text is printed for. */
enum Layout {
    /** For people: aligned, indented, broken where a line gets long. */
    PAGE,
    /** For comparing meanings: without anything cosmetic, so that a change of style changes no checksum. */
    DENSE;

    /** The maximum width of a line before its clauses get lines of their own. */
    static final int WIDTH = 100;

    /** The width of an indentation. */
    static final int STEP = 2;
}
