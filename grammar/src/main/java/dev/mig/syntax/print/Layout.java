package dev.mig.syntax.print;

/** What a text is printed for. */
enum Layout {
    /** For people: aligned, indented, broken where a line gets long. */
    PAGE,
    /** For comparing meanings: nothing that only pleases the eye, so that a change of taste changes no checksum. */
    DENSE;

    /** Columns that a line may take before its clauses get lines of their own. */
    static final int WIDTH = 100;

    /** Columns by which what belongs to something is indented. */
    static final int STEP = 2;
}
