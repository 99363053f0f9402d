package dev.mig.files;

import dev.mig.compile.RevisionFiles;
import dev.mig.model.RowFile;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The texts of a history: its files, and for revisions that lost theirs whatever somebody else has kept.
 *
 * <p>What a revision names lies in its own folder or below it, links followed: a migration cannot read the rest of the
 * disk.
 */
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
    public Source script(String id, String path, Span place) {
        Path file = beside(id, path, place);
        return TextFiles.read(file, names.of(file));
    }

    @Override
    public RowFile rows(String id, String path, Span place) {
        Path file = beside(id, path, place);
        return new RowsOnDisk(names.of(file), file);
    }

    private Path beside(String id, String path, Span place) {
        Path own = folder.file(id)
                .map(it -> Objects.requireNonNull(it.path().getParent()))
                .orElseThrow(() -> problem(
                        Code.SIDE_FILE_MISSING,
                        place,
                        "\"" + path + "\" lay beside the file of revision \"" + id + "\", which is gone",
                        "bring back both files"));
        Path file = own.resolve(path).normalize();
        if (!Files.isRegularFile(file)) {
            throw problem(
                    Code.SIDE_FILE_MISSING,
                    place,
                    "there is no file \"" + names.of(file) + "\"",
                    "paths count from the migration's folder");
        }
        try {
            if (!file.toRealPath().startsWith(own.toRealPath())) {
                throw problem(
                        Code.SIDE_FILE_OUTSIDE,
                        place,
                        "\"" + path + "\" lies outside the folder of the migration",
                        "move it to \"" + names.of(own) + "\" or below");
            }
        } catch (IOException e) {
            throw new DiagnosticException(TextFiles.unreadable(names.of(file), e), e);
        }
        return file;
    }

    private static DiagnosticException problem(Code code, Span place, String message, String hint) {
        return new DiagnosticException(Diagnostic.error(code, place, message, hint));
    }

    private record RowsOnDisk(String name, Path file) implements RowFile {
        @Override
        public Reader open() throws IOException {
            return new InputStreamReader(
                    new FileInputStream(file.toString()),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }
    }
}
