package dev.mig.files;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Downgrade;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Text;
import java.util.ArrayList;
import java.util.List;

/** The files next to a revision that its text names, for all databases, in order of appearance. */
final class NamedFiles {
    /** @param rows whether it holds rows, and not SQL */
    record Named(String path, boolean rows, Span place) {}

    private final List<Named> found = new ArrayList<>();

    private NamedFiles() {}

    static List<Named> in(MigFile file) {
        NamedFiles named = new NamedFiles();
        named.add(file.upgrade());
        if (file.downgrade() instanceof Downgrade.Written written) {
            named.add(written.block());
        }
        return named.found;
    }

    private void add(Block block) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Load load) {
                add(load.file(), true);
            } else if (statement instanceof Statement.Script script
                    && script.body() instanceof Statement.ScriptFile(Text file)) {
                add(file, false);
            } else if (statement instanceof Statement.OutsideTransaction outside) {
                add(outside.block());
            } else if (statement instanceof Statement.OnDialect on) {
                add(on.then());
                if (on.otherwise() != null) {
                    add(on.otherwise());
                }
            }
        }
    }

    private void add(Text path, boolean rows) {
        found.add(new Named(path.value(), rows, path.span()));
    }
}
