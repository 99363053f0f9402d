package dev.mig.diff;

/** How the two compared schemas are worded. */
public enum ComparisonBasis {
    /** Both schemas are described by one database, so different wording is a difference. */
    DATABASE,
    /** One schema is written by a person, so that the same thing may be worded differently. */
    AUTHORS
}
