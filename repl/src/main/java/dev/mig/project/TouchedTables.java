package dev.mig.project;

import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a file's upgrade changes, according to its text. Nothing is compiled, so this works for any file
 * and without a database. For raw SQL it relies on {@code touches}.
 */
public final class TouchedTables {
    private final Set<String> tables = new TreeSet<>();

    private TouchedTables() {}

    /** As people write them, bare names in lower case; empty for unreadable files. */
    public static Set<String> of(Source source) {
        TouchedTables touched = new TouchedTables();
        MigFile file = source.name().endsWith(".mig") ? Mig.parse(source).tree() : null;
        if (file != null) {
            touched.add(file.upgrade());
        }
        return touched.tables;
    }

    private void add(@Nullable Block block) {
        if (block != null) {
            block.statements().forEach(this::add);
        }
    }

    private void add(Statement statement) {
        switch (statement) {
            case Statement.CreateTable it -> add(it.name());
            case Statement.DropTable it -> add(it.name());
            case Statement.RenameTable it -> {
                add(it.name());
                tables.add(word(it.to()));
            }
            case Statement.CommentOnTable it -> add(it.table());
            case Statement.CommentOnColumn it ->
                add(new QualifiedName(
                        it.column().parts().subList(0, it.column().parts().size() - 1), it.span()));
            case Statement.AlterTable it -> add(it.table());
            case Statement.CreateIndex it -> add(it.table());
            case Statement.DropIndex it -> addIfKnown(it.table());
            case Statement.RenameIndex it -> addIfKnown(it.table());
            case Statement.Insert it -> add(it.table());
            case Statement.Update it -> add(it.table());
            case Statement.Delete it -> add(it.table());
            case Statement.Load it -> add(it.table());
            case Statement.Sql it -> add(it.touches());
            case Statement.OnDialect it -> {
                add(it.then());
                add(it.otherwise());
            }
            case Statement.OutsideTransaction it -> add(it.block());
            // The remaining statements change no table, or do not say which.
            case Statement.Script it -> {}
            case Statement.Require it -> {}
            case Statement.CreateEnum it -> {}
            case Statement.AddEnumValue it -> {}
            case Statement.RenameEnumValue it -> {}
            case Statement.DropType it -> {}
            case Statement.CreateSequence it -> {}
            case Statement.DropSequence it -> {}
            case Statement.CreateSchema it -> {}
            case Statement.DropSchema it -> {}
            case Statement.CreateView it -> {}
            case Statement.DropView it -> {}
            case Statement.CreateMaterializedView it -> {}
            case Statement.RefreshMaterializedView it -> {}
            case Statement.DropMaterializedView it -> {}
            case Statement.RenameOther it -> {}
            case Statement.CreateObject it -> {}
            case Statement.DropObject it -> {}
        }
    }

    private void add(Statement.@Nullable Touches touches) {
        switch (touches) {
            case Statement.TouchesTables it -> it.tables().forEach(this::add);
            case Statement.TouchesAs it -> add(it.statements());
            case Statement.TouchesNothing it -> {}
            case null -> {}
        }
    }

    private void addIfKnown(@Nullable QualifiedName table) {
        if (table != null) {
            add(table);
        }
    }

    private void add(QualifiedName table) {
        tables.add(table.parts().stream().map(TouchedTables::word).collect(Collectors.joining(".")));
    }

    private static String word(Name name) {
        return name.quoted() ? '"' + name.text() + '"' : name.text().toLowerCase(Locale.ROOT);
    }
}
