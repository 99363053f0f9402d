package dev.mig.compile;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.TableChange;
import java.util.HashSet;
import java.util.Set;

/**
 * The tables and columns created so far by the revision at hand. Reverting it drops them with their contents, so
 * changes of their rows need not be reverted separately.
 */
final class NewObjects {
    private final Folding folding;
    private final Set<String> tables = new HashSet<>();
    /** Each as the key of its table, a separator, and its own. */
    private final Set<String> columns = new HashSet<>();

    NewObjects(Folding folding) {
        this.folding = folding;
    }

    boolean table(QualifiedIdentifier table) {
        return tables.contains(folding.key(table));
    }

    boolean column(QualifiedIdentifier table, Identifier column) {
        return table(table) || columns.contains(key(table, column));
    }

    void note(Operation operation) {
        switch (operation) {
            case Operation.CreateTable it -> {
                if (!it.ifNotExists()) {
                    tables.add(folding.key(it.table().name()));
                }
            }
            case Operation.DropTable it -> {
                tables.remove(folding.key(it.table()));
                columns.removeIf(column -> column.startsWith(folding.key(it.table()) + '\1'));
            }
            case Operation.RenameTable it -> move(it.table(), it.table().named(it.to()));
            case Operation.AlterTable it -> it.changes().forEach(change -> note(it.table(), change));
            case Operation.OutsideTransaction it -> it.operations().forEach(this::note);
            default -> {
                // Nothing else creates or moves a table or a column.
            }
        }
    }

    private void note(QualifiedIdentifier table, TableChange change) {
        switch (change) {
            case TableChange.AddColumn it -> columns.add(key(table, it.column().name()));
            case TableChange.DropColumn it -> columns.remove(key(table, it.column()));
            case TableChange.RenameColumn it -> {
                if (columns.remove(key(table, it.column()))) {
                    columns.add(key(table, it.to()));
                }
            }
            case TableChange.SetSchema it -> move(table, new QualifiedIdentifier(it.schema(), table.name()));
            default -> {
                // Nothing else creates or moves a column.
            }
        }
    }

    private void move(QualifiedIdentifier from, QualifiedIdentifier to) {
        if (tables.remove(folding.key(from))) {
            tables.add(folding.key(to));
        }
        for (String column : Set.copyOf(columns)) {
            if (column.startsWith(folding.key(from) + '\1')) {
                columns.remove(column);
                columns.add(folding.key(to) + column.substring(folding.key(from).length()));
            }
        }
    }

    private String key(QualifiedIdentifier table, Identifier column) {
        return folding.key(table) + '\1' + folding.key(column);
    }
}
