package dev.mig.compile;

import dev.mig.model.RowFile;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.Optional;

/** Access to the texts of a history, however they are stored. Thread-safe. */
public interface RevisionFiles {
    /**
     * The text of a revision; the end of its name tells the format.
     *
     * @param id as its header states it
     */
    Source text(String id);

    /**
     * The words of a revision's text where they are known without reading it again; for a format whose text names
     * everything that the revision can change.
     */
    default Optional<WordSet> words(String id) {
        return Optional.empty();
    }

    /**
     * A file of SQL that a revision names.
     *
     * @param path as written in the revision, relative to its folder
     * @param place where it is written
     * @throws DiagnosticException if it cannot be read, or lies outside the folder
     */
    Source script(String id, String path, Span place);

    /**
     * A file of rows that a revision names; it is not opened here.
     *
     * @throws DiagnosticException if it is not there, or lies outside the folder
     */
    RowFile rows(String id, String path, Span place);
}
