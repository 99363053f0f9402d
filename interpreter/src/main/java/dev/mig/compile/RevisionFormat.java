package dev.mig.compile;

import dev.mig.source.Source;
import dev.mig.syntax.Parsed;
import java.util.Optional;

/** One file format of revisions. Everything after it is the same for all formats. */
public interface RevisionFormat {
    /** @param fileName with its ending */
    boolean reads(String fileName);

    /**
     * A text in which everything that the revision can change is named, as a word; empty where only reading it can tell,
     * as where names are computed. Several threads ask at once.
     */
    Optional<String> naming(Source source);

    /** Thread-safe. No input causes an exception. */
    Parsed<? extends RevisionBody> read(Source source);
}
