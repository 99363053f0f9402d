package dev.mig.files;

import dev.mig.compile.RevisionFiles;
import dev.mig.compile.WordSet;
import dev.mig.model.RowFile;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The texts of a history: its files, and for revisions whose file is missing, a fallback supplied by the caller. */
public final class HistoryFiles implements RevisionFiles {
    private final MigrationsFolder folder;
    private final DisplayNames names;
    private final Map<String, Source> kept;

    /** @param kept texts by revision, for those that have no file */
    public HistoryFiles(MigrationsFolder folder, DisplayNames names, Map<String, Source> kept) {
        this.folder = folder;
        this.names = names;
        this.kept = Map.copyOf(kept);
    }

    @Override
    public Source text(String id) {
        return folder.file(id)
                .map(RevisionFile::text)
                .orElseGet(() -> Objects.requireNonNull(kept.get(id), () -> "no text of " + id));
    }

    @Override
    public Optional<WordSet> words(String id) {
        return folder.words(id);
    }

    @Override
    public Source script(String id, String path, Span place) {
        Path file = beside(id, path, place);
        return TextFiles.read(file, names.of(file));
    }

    @Override
    public RowFile rows(String id, String path, Span place) {
        Path file = beside(id, path, place);
        return new RowsOnDisk(file, names.of(file));
    }

    private Path beside(String id, String path, Span place) {
        RevisionFile revision = folder.file(id)
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        Code.SIDE_FILE_MISSING,
                        place,
                        "\"" + path + "\" lay beside the file of revision \"" + id + "\", which is gone",
                        "bring back both files")));
        return new SideFiles(revision.folder(), names).find(path, place);
    }
}
