package dev.mig.files;

import dev.mig.compile.RevisionFiles;
import dev.mig.model.RowFile;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.nio.file.Path;

/**
 * The files named by statements that are typed rather than read from a revision: below the migrations folder, as for
 * a revision there.
 *
 * @param folder absolute
 */
public record TypedFiles(Path folder, DisplayNames names) implements RevisionFiles {
    @Override
    public Source text(String id) {
        throw new IllegalStateException("what is typed has no file");
    }

    @Override
    public Source script(String id, String path, Span place) {
        Path file = new SideFiles(folder, names).find(path, place);
        return TextFiles.read(file, names.of(file));
    }

    @Override
    public RowFile rows(String id, String path, Span place) {
        Path file = new SideFiles(folder, names).find(path, place);
        return new RowsOnDisk(file, names.of(file));
    }
}
