package dev.mig.compile;

import dev.mig.model.RowFile;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files that a revision's statements name, and records which ones were requested. */
final class SideFiles {
    private final RevisionFiles files;
    private final String revision;
    private final Problems problems;
    private final List<Source> scripts = new ArrayList<>();
    private final List<RowFile> rows = new ArrayList<>();

    SideFiles(RevisionFiles files, String revision, Problems problems) {
        this.files = files;
        this.revision = revision;
        this.problems = problems;
    }

    Optional<Source> script(String path, Span place) {
        try {
            Source script = files.script(revision, path, place);
            scripts.add(script);
            return Optional.of(script);
        } catch (DiagnosticException e) {
            e.diagnostics().forEach(problems::add);
            return Optional.empty();
        }
    }

    Optional<RowFile> rows(String path, Span place) {
        try {
            RowFile file = files.rows(revision, path, place);
            rows.add(file);
            return Optional.of(file);
        } catch (DiagnosticException e) {
            e.diagnostics().forEach(problems::add);
            return Optional.empty();
        }
    }

    List<Source> scripts() {
        return List.copyOf(scripts);
    }

    List<RowFile> rows() {
        return List.copyOf(rows);
    }
}
