package dev.mig.project;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.TableChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds existing data that a list of operations would delete. A table created by the same run is empty and does not
 * count; a renamed table is counted under the name it has now.
 *
 * <p>Raw SQL is not analysed, so no losses are found in it.
 */
public final class LossFinder {
    private final Folding folding;
    private final Map<String, QualifiedIdentifier> todaysTables = new HashMap<>();
    private final Map<String, Identifier> todaysColumns = new HashMap<>();
    private final Set<String> born = new HashSet<>();
    private final List<Loss> found = new ArrayList<>();

    public LossFinder(Folding folding) {
        this.folding = folding;
    }

    /**
     * Adds what these operations lose, which run after all that were added before.
     *
     * @param undoing whether they were derived as the way back: a delete then takes back what an insert brought
     */
    public void add(List<Operation> operations, boolean undoing) {
        operations.forEach(it -> add(it, undoing));
    }

    /** In the order of the run; what goes with its whole table is not told apart. */
    public List<Loss> found() {
        Set<String> whole = new HashSet<>();
        found.forEach(it -> {
            if (it instanceof Loss.OfTable(var table, var span)) {
                whole.add(folding.key(table));
            }
        });
        return found.stream()
                .filter(it -> switch (it) {
                    case Loss.OfSchema schema -> true;
                    case Loss.OfTable table -> true;
                    case Loss.OfColumn column -> !whole.contains(folding.key(column.table()));
                    case Loss.OfRows rows -> !whole.contains(folding.key(rows.table()));
                })
                .toList();
    }

    private void add(Operation operation, boolean undoing) {
        switch (operation) {
            case Operation.CreateTable it -> born.add(folding.key(it.table().name()));
            case Operation.RenameTable it -> rename(it.table(), it.table().named(it.to()));
            case Operation.DropTable it -> {
                if (exists(it.table())) {
                    found.add(new Loss.OfTable(today(it.table()), it.span()));
                }
                born.remove(folding.key(it.table()));
            }
            case Operation.CreateSchema it -> {
                if (!it.ifNotExists()) {
                    born.add(schemaKey(it.name()));
                }
            }
            case Operation.DropSchema it -> dropSchema(it);
            case Operation.AlterTable it -> it.changes().forEach(change -> alter(it.table(), change));
            case Operation.Delete it -> {
                if (!undoing && exists(it.table())) {
                    found.add(new Loss.OfRows(today(it.table()), it.where(), it.span()));
                }
            }
            case Operation.OutsideTransaction it -> add(it.operations(), undoing);
            // Everything else leaves rows where they are.
            case Operation.CommentOnTable it -> {}
            case Operation.CreateIndex it -> {}
            case Operation.DropIndex it -> {}
            case Operation.RenameIndex it -> {}
            case Operation.CreateEnum it -> {}
            case Operation.AddEnumValue it -> {}
            case Operation.RenameEnumValue it -> {}
            case Operation.DropType it -> {}
            case Operation.CreateSequence it -> {}
            case Operation.DropSequence it -> {}
            case Operation.CreateView it -> {}
            case Operation.DropView it -> {}
            case Operation.CreateMaterializedView it -> {}
            case Operation.RefreshMaterializedView it -> {}
            case Operation.DropMaterializedView it -> {}
            case Operation.RenameOther it -> {}
            case Operation.CreateObject it -> {}
            case Operation.DropObject it -> {}
            // Rows that an insert of the same revision brought.
            case Operation.DeleteRows it -> {}
            case Operation.Insert it -> {}
            case Operation.InsertSelect it -> {}
            case Operation.Update it -> {}
            case Operation.Load it -> {}
            case Operation.ExecuteSql it -> {}
            case Operation.ExecuteScript it -> {}
            case Operation.Run it -> {}
            case Operation.Require it -> {}
        }
    }

    private void alter(QualifiedIdentifier table, TableChange change) {
        switch (change) {
            case TableChange.AddColumn it -> born.add(key(table, it.column().name()));
            case TableChange.DropColumn it -> {
                String key = key(table, it.column());
                if (exists(table) && !born.remove(key)) {
                    Identifier column = todaysColumns.getOrDefault(key, it.column());
                    found.add(new Loss.OfColumn(today(table), column, it.span()));
                }
            }
            case TableChange.RenameColumn it -> {
                String key = key(table, it.column());
                Identifier today = todaysColumns.getOrDefault(key, it.column());
                todaysColumns.put(key(table, it.to()), today);
                if (born.remove(key)) {
                    born.add(key(table, it.to()));
                }
            }
            case TableChange.SetSchema it -> rename(table, new QualifiedIdentifier(it.schema(), table.name()));
            case TableChange.SetType it -> {}
            case TableChange.SetNotNull it -> {}
            case TableChange.SetDefault it -> {}
            case TableChange.SetComment it -> {}
            case TableChange.SetIdentity it -> {}
            case TableChange.AddConstraint it -> {}
            case TableChange.DropConstraint it -> {}
            case TableChange.ValidateConstraint it -> {}
            case TableChange.RenameConstraint it -> {}
        }
    }

    private void dropSchema(Operation.DropSchema it) {
        if (!it.cascade()) {
            return;
        }
        String inside = schemaKey(it.name());
        todaysTables.forEach((key, today) -> {
            if (key.endsWith(inside) && !born.contains(key)) {
                found.add(new Loss.OfTable(today, it.span()));
            }
        });
        if (!born.remove(inside)) {
            found.add(new Loss.OfSchema(it.name(), it.span()));
        }
    }

    /** What the key of a table in the schema ends with. */
    private String schemaKey(Identifier schema) {
        return '\0' + folding.key(schema);
    }

    private void rename(QualifiedIdentifier from, QualifiedIdentifier to) {
        if (born.remove(folding.key(from))) {
            born.add(folding.key(to));
        }
        todaysTables.put(folding.key(to), today(from));
    }

    private boolean exists(QualifiedIdentifier table) {
        return !born.contains(folding.key(table));
    }

    private QualifiedIdentifier today(QualifiedIdentifier table) {
        return todaysTables.getOrDefault(folding.key(table), table);
    }

    /** Columns go by the table's name of today, which a rename of the table leaves as it is. */
    private String key(QualifiedIdentifier table, Identifier column) {
        return folding.key(today(table)) + '\1' + folding.key(column);
    }
}
