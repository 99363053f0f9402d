package dev.mig.compile;

import dev.mig.source.Source;
import dev.mig.syntax.Parsed;

/** One way of writing revisions. Everything after it is the same for all of them. */
public interface RevisionFormat {
    /** @param fileName with its ending */
    boolean reads(String fileName);

    /**
     * Whether a text that does not hold the name of a thing, as a word, cannot change the thing either. Not so where
     * names are computed.
     */
    boolean namesWhatItChanges();

    /** Several threads read at once. No text ends in an exception. */
    Parsed<? extends RevisionBody> read(Source source);
}
