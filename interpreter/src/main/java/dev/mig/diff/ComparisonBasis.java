package dev.mig.diff;

/** How the two compared schemas are worded. */
public enum ComparisonBasis {
    /** One database has told of both, so that what is worded differently is different. */
    DATABASE,
    /** Somebody has written one of them, so that one thing may be worded in several ways. */
    AUTHORS
}
