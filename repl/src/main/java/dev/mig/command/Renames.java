package dev.mig.command;

import dev.mig.diff.Rename;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The renames in a list of operations: what each name was before the first operation and is after the last. */
final class Renames {
    /** By their current names. */
    private final Map<QualifiedIdentifier, QualifiedIdentifier> tables = new LinkedHashMap<>();

    /** By the first name of their table and their own current name. */
    private final Map<QualifiedIdentifier, Map<Identifier, Identifier>> columns = new LinkedHashMap<>();

    private Renames() {}

    /** The valid ones: the old name is only in the first schema, and the new one only in the second. */
    static List<Rename> of(List<Operation> operations, SchemaModel before, SchemaModel after) {
        Renames renames = new Renames();
        operations.forEach(renames::follow);
        List<Rename> found = new ArrayList<>();
        renames.tables.forEach((now, first) -> {
            if (table(before, first).isPresent()
                    && table(before, now).isEmpty()
                    && table(after, now).isPresent()) {
                found.add(new Rename.OfTable(first, now.name()));
            }
        });
        renames.columns.forEach((table, names) -> names.forEach((now, first) -> {
            QualifiedIdentifier tableNow = renames.nowOf(table);
            if (has(before, table, first) && !has(before, table, now) && has(after, tableNow, now)) {
                found.add(new Rename.OfColumn(table, first, now));
            }
        }));
        return found;
    }

    private void follow(Operation operation) {
        if (operation instanceof Operation.RenameTable it) {
            QualifiedIdentifier first = firstOf(it.table());
            tables.remove(it.table());
            tables.put(it.table().named(it.to()), first);
        } else if (operation instanceof Operation.AlterTable it) {
            Map<Identifier, Identifier> names = columns.computeIfAbsent(firstOf(it.table()), table -> new HashMap<>());
            for (TableChange change : it.changes()) {
                if (change instanceof TableChange.RenameColumn column) {
                    Identifier first = names.getOrDefault(column.column(), column.column());
                    names.remove(column.column());
                    names.put(column.to(), first);
                }
            }
        }
    }

    private QualifiedIdentifier firstOf(QualifiedIdentifier now) {
        return tables.getOrDefault(now, now);
    }

    private QualifiedIdentifier nowOf(QualifiedIdentifier first) {
        return tables.entrySet().stream()
                .filter(it -> it.getValue().equals(first))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(first);
    }

    private static Optional<Table> table(SchemaModel schema, QualifiedIdentifier name) {
        return schema.table(name).known();
    }

    private static boolean has(SchemaModel schema, QualifiedIdentifier table, Identifier column) {
        return table(schema, table)
                .flatMap(it -> it.column(column, schema.folding()))
                .isPresent();
    }
}
