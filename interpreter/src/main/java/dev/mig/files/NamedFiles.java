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

    /**
     * Whether a text may name any, found without parsing it, since an upgrade asks this of every file that was applied:
     * true also for some that do not.
     */
    static boolean mayBeIn(String text) {
        int last = text.length() - 5;
        for (int at = 0; at <= last; at++) {
            boolean named = switch (text.charAt(at)) {
                case 'l', 'L' -> text.regionMatches(true, at, "load", 0, 4);
                case 'f', 'F' -> text.regionMatches(true, at, "file", 0, 4);
                default -> false;
            };
            if (named && beginsName(text, at + 4)) {
                return true;
            }
        }
        return false;
    }

    /** A name stands in quotes; a comment may come before it. */
    private static boolean beginsName(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && "'-/".indexOf(text.charAt(at)) >= 0;
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
