package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Grade;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Derives how the changes of one {@code alter table} are reverted, last first. */
final class TableReversal {
    private final Span span;
    private SchemaModel model;
    private QualifiedIdentifier table;

    private TableReversal(Operation.AlterTable operation, SchemaModel before) {
        this.span = operation.span();
        this.model = before;
        this.table = operation.table();
    }

    static Undo of(Operation.AlterTable operation, SchemaModel before) {
        TableReversal reversal = new TableReversal(operation, before);
        List<Operation> back = new ArrayList<>();
        Grade grade = Grade.REVERSIBLE;
        for (TableChange change : operation.changes()) {
            switch (reversal.of(change)) {
                case Undo.Never never -> {
                    return never;
                }
                case Undo.By by -> {
                    back.addAll(0, by.operations());
                    grade = grade.worse(by.grade());
                }
            }
            reversal.advance(change);
        }
        return new Undo.By(merged(back), grade);
    }

    /** Adjacent alterations of one table are merged again. */
    private static List<Operation> merged(List<Operation> operations) {
        List<Operation> merged = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.AlterTable next
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Operation.AlterTable last
                    && last.table().equals(next.table())
                    && !(last.changes().getLast() instanceof TableChange.SetSchema)) {
                List<TableChange> changes = new ArrayList<>(last.changes());
                changes.addAll(next.changes());
                merged.set(merged.size() - 1, new Operation.AlterTable(last.table(), changes, last.span()));
            } else {
                merged.add(operation);
            }
        }
        return merged;
    }

    private void advance(TableChange change) {
        model = model.apply(new Operation.AlterTable(table, List.of(change), span));
        if (change instanceof TableChange.SetSchema(var schema, Span at)) {
            table = new QualifiedIdentifier(schema, table.name());
        }
    }

    private Undo of(TableChange change) {
        return switch (change) {
            case TableChange.AddColumn it ->
                alter(new TableChange.DropColumn(it.column().name(), false, null, it.span()));
            case TableChange.DropColumn it -> dropColumn(it);
            case TableChange.RenameColumn it -> alter(new TableChange.RenameColumn(it.to(), it.column(), it.span()));
            case TableChange.SetType it -> known(it.column(), column -> setType(it, column));
            case TableChange.SetNotNull it ->
                known(
                        it.column(),
                        column -> column.notNull() == it.notNull()
                                ? Undo.By.nothing()
                                : alter(new TableChange.SetNotNull(it.column(), column.notNull(), it.span())));
            case TableChange.SetDefault it ->
                known(
                        it.column(),
                        column -> alter(new TableChange.SetDefault(it.column(), column.defaultValue(), it.span())));
            case TableChange.SetComment it ->
                known(
                        it.column(),
                        column -> alter(new TableChange.SetComment(it.column(), column.comment(), it.span())));
            case TableChange.SetIdentity it ->
                it.identity() != null
                        ? alter(new TableChange.SetIdentity(it.column(), null, it.span()))
                        : known(
                                it.column(),
                                column ->
                                        alter(new TableChange.SetIdentity(it.column(), column.identity(), it.span())));
            case TableChange.AddConstraint it ->
                alter(new TableChange.DropConstraint(it.constraint().name(), false, it.constraint(), it.span()));
            case TableChange.DropConstraint it -> dropConstraint(it);
            case TableChange.ValidateConstraint it -> Undo.By.nothing();
            case TableChange.RenameConstraint it ->
                alter(new TableChange.RenameConstraint(it.to(), it.name(), it.span()));
            case TableChange.SetSchema it -> setSchema(it);
        };
    }

    private Undo.By alter(TableChange... changes) {
        return Undo.By.reversible(new Operation.AlterTable(table, List.of(changes), span));
    }

    private Undo known(Identifier column, Function<Column, Undo> undo) {
        Lookup<Table> found = model.table(table);
        return found.known()
                .flatMap(it -> it.column(column, model.folding()))
                .map(undo)
                .orElseGet(() -> Reversal.unknown("table \"" + table + "\"", found));
    }

    private Undo setType(TableChange.SetType it, Column column) {
        if (it.using() != null && it.reverseUsing() == null) {
            return new Undo.Never(
                    "a change of type with using has no way back of its own",
                    "add reverse using (…) after it, or write the downgrade by hand");
        }
        TableChange back =
                new TableChange.SetType(it.column(), column.type(), it.reverseUsing(), it.using(), it.span());
        Grade grade = Narrowing.narrows(column.type(), it.type()) ? Grade.LOSSY : Grade.REVERSIBLE;
        return new Undo.By(List.of(new Operation.AlterTable(table, List.of(back), span)), grade);
    }

    private Undo dropColumn(TableChange.DropColumn it) {
        Folding folding = model.folding();
        Lookup<Table> found = model.table(table);
        Table known = found.known().orElse(null);
        if (known == null) {
            return Reversal.unknown("table \"" + table + "\"", found);
        }
        Column column = known.column(it.column(), folding).orElse(null);
        if (column == null) {
            return Undo.By.nothing();
        }
        String fill = it.reverseUsing();
        boolean fillsItself = column.defaultValue() != null || column.identity() != null || column.generated() != null;
        if (column.notNull() && !fillsItself && fill == null) {
            return new Undo.Never(
                    "column \"" + column.name() + "\" is not null and has no default, so that it cannot come back",
                    "say what it comes back with: drop column " + it.column() + " reverse using (…)");
        }
        List<Operation> back = new ArrayList<>();
        back.add(altered(new TableChange.AddColumn(fill == null ? column : column.withNotNull(false), it.span())));
        if (fill != null) {
            Operation.Assignment assignment = new Operation.Assignment(column.name(), new SqlValue.Expression(fill));
            back.add(new Operation.Update(table, List.of(assignment), null, null, new Operation.Nothing(), it.span()));
        }
        if (fill != null && column.notNull()) {
            back.add(altered(new TableChange.SetNotNull(column.name(), true, it.span())));
        }
        for (Constraint constraint : known.constraints()) {
            if (known.uses(constraint, it.column(), folding)) {
                back.add(altered(new TableChange.AddConstraint(constraint, false, it.span())));
            }
        }
        for (Index index : known.indexes()) {
            if (known.uses(index, it.column(), folding)) {
                back.add(new Operation.CreateIndex(table, index, false, false, it.span()));
            }
        }
        // Generated values are generated again.
        return new Undo.By(back, column.generated() == null ? Grade.LOSSY : Grade.REVERSIBLE);
    }

    private Operation altered(TableChange change) {
        return new Operation.AlterTable(table, List.of(change), span);
    }

    private Undo dropConstraint(TableChange.DropConstraint it) {
        Lookup<Table> found = model.table(table);
        @Nullable
        Constraint dropped = found.known()
                .flatMap(known -> known.constraint(it.name(), model.folding()))
                .orElse(it.dropped());
        if (dropped != null) {
            return alter(new TableChange.AddConstraint(dropped, false, it.span()));
        }
        return it.ifExists() && found instanceof Lookup.Known
                ? Undo.By.nothing()
                : Reversal.unknown("constraint \"" + it.name() + "\"", found);
    }

    private Undo setSchema(TableChange.SetSchema it) {
        var schema = table.schema();
        if (schema == null) {
            return new Undo.Never(
                    "which schema table \"" + table + "\" comes from is not said",
                    "name it: alter table SCHEMA." + table + " set schema " + it.schema());
        }
        QualifiedIdentifier moved = new QualifiedIdentifier(it.schema(), table.name());
        return Undo.By.reversible(
                new Operation.AlterTable(moved, List.of(new TableChange.SetSchema(schema, it.span())), span));
    }
}
