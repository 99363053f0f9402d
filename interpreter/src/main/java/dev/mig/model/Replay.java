package dev.mig.model;

import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The effect of each operation on a schema. Lenient: an operation that cannot be right has no effect. */
final class Replay {
    private Replay() {}

    static SchemaModel apply(SchemaModel model, Operation operation) {
        return switch (operation) {
            case Operation.CreateTable it -> createTable(model, it);
            case Operation.DropTable it -> dropTable(model, it);
            case Operation.RenameTable it ->
                model.movedTable(it.table(), it.table().named(it.to()), it.span());
            case Operation.CommentOnTable it -> table(model, it.table(), table -> table.withComment(it.comment()));
            case Operation.AlterTable it -> alterTable(model, it);
            case Operation.CreateIndex it -> createIndex(model, it);
            case Operation.DropIndex it -> indexes(model, it.name(), it.table(), index -> null);
            case Operation.RenameIndex it -> indexes(model, it.name(), it.table(), index -> index.withName(it.to()));
            case Operation.CreateEnum it -> model.with(new EnumType(it.name(), it.values()));
            case Operation.AddEnumValue it -> enumValues(model, it.type(), values -> added(values, it));
            case Operation.RenameEnumValue it -> renameEnumValue(model, it);
            case Operation.DropType it -> model.withoutEnum(it.name(), it.span());
            case Operation.CreateSequence it -> model.with(new Sequence(it.name(), it.start(), it.increment()));
            case Operation.DropSequence it -> model.withoutSequence(it.name(), it.span());
            case Operation.CreateSchema it -> model.withSchema(it.name());
            case Operation.DropSchema it -> dropSchema(model, it);
            case Operation.CreateView it -> model.with(new View(it.name(), it.query(), false, List.of()));
            case Operation.DropView it -> model.withoutView(it.name(), it.span());
            case Operation.CreateMaterializedView it -> model.with(new View(it.name(), it.query(), true, List.of()));
            case Operation.RefreshMaterializedView it -> model;
            case Operation.DropMaterializedView it -> model.withoutView(it.name(), it.span());
            case Operation.RenameOther it -> rename(model, it);
            case Operation.CreateObject it ->
                model.with(new SchemaObject(it.kind(), it.name(), it.create(), it.drop()));
            case Operation.DropObject it -> model.withoutObject(it.kind(), it.name(), it.span());
            case Operation.Insert it -> model;
            case Operation.InsertSelect it -> model;
            case Operation.Update it -> model;
            case Operation.Delete it -> model;
            case Operation.DeleteRows it -> model;
            case Operation.Load it -> model;
            case Operation.ExecuteSql it -> executeSql(model, it);
            case Operation.ExecuteScript it -> {
                Set<String> names = new HashSet<>();
                RawSql.statements(it.script().text())
                        .forEach(statement -> names.addAll(RawSql.changedNames(statement, model.folding())));
                yield model.named(names, it.span());
            }
            case Operation.Run it -> model;
            case Operation.OutsideTransaction it -> model.applyAll(it.operations());
            case Operation.Require it -> model;
        };
    }

    private static SchemaModel createTable(SchemaModel model, Operation.CreateTable it) {
        boolean there =
                it.ifNotExists() && model.table(it.table().name()).known().isPresent();
        return there ? model : model.with(it.table());
    }

    private static SchemaModel dropTable(SchemaModel model, Operation.DropTable it) {
        SchemaModel without = model;
        if (it.cascade()) {
            for (Table table : model.tablesReferencing(it.table())) {
                without = without.with(table.withConstraints(table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof Constraint.ForeignKey key
                                && model.folding().same(key.target(), it.table())))
                        .toList()));
            }
            for (View view : model.views()) {
                if (RawSql.mentions(view.query(), it.table().name(), model.folding())) {
                    without = without.withViewUnknown(view.name(), it.span());
                }
            }
        }
        return without.withoutTable(it.table(), it.span());
    }

    private static SchemaModel table(SchemaModel model, QualifiedIdentifier name, UnaryOperator<Table> change) {
        return model.table(name).known().map(it -> model.with(change.apply(it))).orElse(model);
    }

    private static SchemaModel alterTable(SchemaModel model, Operation.AlterTable it) {
        SchemaModel after = model;
        QualifiedIdentifier name = it.table();
        for (TableChange change : it.changes()) {
            if (change instanceof TableChange.SetSchema move) {
                QualifiedIdentifier to = new QualifiedIdentifier(move.schema(), name.name());
                after = after.movedTable(name, to, it.span());
                name = to;
            } else {
                after = table(after, name, table -> TableEdit.apply(table, change, model.folding()));
            }
            if (change instanceof TableChange.RenameColumn rename) {
                after = withReferencesRenamed(after, name, rename);
            }
        }
        return after;
    }

    private static SchemaModel withReferencesRenamed(
            SchemaModel model, QualifiedIdentifier name, TableChange.RenameColumn rename) {
        Folding folding = model.folding();
        SchemaModel after = model;
        for (Table table : model.tablesReferencing(name)) {
            after = after.with(table.withConstraints(table.constraints().stream()
                    .map(it -> it instanceof Constraint.ForeignKey key && folding.same(key.target(), name)
                            ? key.withTarget(
                                    key.target(),
                                    key.targetColumns().stream()
                                            .map(column -> folding.same(column, rename.column()) ? rename.to() : column)
                                            .toList())
                            : it)
                    .toList()));
        }
        return after;
    }

    private static SchemaModel createIndex(SchemaModel model, Operation.CreateIndex it) {
        Folding folding = model.folding();
        View view = model.view(it.table()).known().orElse(null);
        if (view != null) {
            return model.with(
                    new View(view.name(), view.query(), view.materialized(), with(view.indexes(), it.index())));
        }
        return table(
                model,
                it.table(),
                table -> it.ifNotExists()
                                && table.index(it.index().name(), folding).isPresent()
                        ? table
                        : table.withIndexes(with(table.indexes(), it.index())));
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    /** @param change gives null for an index that goes */
    private static SchemaModel indexes(
            SchemaModel model, QualifiedIdentifier name, @Nullable QualifiedIdentifier on, Change change) {
        Folding folding = model.folding();
        SchemaModel after = model;
        for (SchemaModel.IndexPlace place : model.indexes(name)) {
            if (on != null && !folding.same(on, place.on())) {
                continue;
            }
            View view = after.view(place.on()).known().orElse(null);
            after = view != null
                    ? after.with(new View(
                            view.name(),
                            view.query(),
                            view.materialized(),
                            changed(view.indexes(), name.name(), change, folding)))
                    : table(
                            after,
                            place.on(),
                            table -> table.withIndexes(changed(table.indexes(), name.name(), change, folding)));
        }
        return after;
    }

    private interface Change {
        @Nullable
        Index of(Index index);
    }

    private static List<Index> changed(List<Index> indexes, Identifier name, Change change, Folding folding) {
        List<Index> after = new ArrayList<>();
        for (Index index : indexes) {
            Index changed = folding.same(index.name(), name) ? change.of(index) : index;
            if (changed != null) {
                after.add(changed);
            }
        }
        return after;
    }

    private static List<String> added(List<String> values, Operation.AddEnumValue it) {
        List<String> longer = new ArrayList<>(values);
        int before = longer.indexOf(it.before());
        int after = longer.indexOf(it.after());
        longer.add(before >= 0 ? before : after >= 0 ? after + 1 : longer.size(), it.value());
        return longer;
    }

    private static SchemaModel enumValues(
            SchemaModel model, QualifiedIdentifier type, UnaryOperator<List<String>> change) {
        EnumType old = model.enumType(type).known().orElse(null);
        if (old == null) {
            return model;
        }
        EnumType renewed = new EnumType(old.name(), change.apply(old.values()));
        return withColumnsOf(model.with(renewed), type, renewed, UnaryOperator.identity());
    }

    private static SchemaModel renameEnumValue(SchemaModel model, Operation.RenameEnumValue it) {
        EnumType old = model.enumType(it.type()).known().orElse(null);
        if (old == null) {
            return model;
        }
        EnumType renewed = new EnumType(
                old.name(),
                old.values().stream()
                        .map(value -> value.equals(it.value()) ? it.to() : value)
                        .toList());
        SqlValue before = new SqlValue.Text(it.value());
        return withColumnsOf(
                model.with(renewed),
                it.type(),
                renewed,
                column ->
                        before.equals(column.defaultValue()) ? column.withDefault(new SqlValue.Text(it.to())) : column);
    }

    /** Every column of an enum carries its values, for databases that know no types of their own. */
    private static SchemaModel withColumnsOf(
            SchemaModel model, QualifiedIdentifier type, EnumType renewed, UnaryOperator<Column> change) {
        SchemaModel after = model;
        for (Table table : model.tablesWithType(type)) {
            List<Column> columns = table.columns().stream()
                    .map(it -> {
                        ColumnType retyped = retyped(it.type(), type, renewed, model.folding());
                        return retyped.equals(it.type()) ? it : change.apply(it.withType(retyped));
                    })
                    .toList();
            after = after.with(table.withColumns(columns));
        }
        return after;
    }

    private static ColumnType retyped(ColumnType type, QualifiedIdentifier from, EnumType to, Folding folding) {
        return switch (type) {
            case ColumnType.Array(ColumnType element) -> new ColumnType.Array(retyped(element, from, to, folding));
            case ColumnType.Enum it when folding.same(it.name(), from) -> new ColumnType.Enum(to.name(), to.values());
            case ColumnType it -> it;
        };
    }

    private static SchemaModel dropSchema(SchemaModel model, Operation.DropSchema it) {
        SchemaModel without = model.withoutSchema(it.name(), it.span());
        for (Table table : model.tables()) {
            if (isIn(table.name(), it.name(), model.folding())) {
                without = without.withoutTable(table.name(), it.span());
            }
        }
        for (View view : model.views()) {
            if (isIn(view.name(), it.name(), model.folding())) {
                without = without.withoutView(view.name(), it.span());
            }
        }
        for (EnumType type : model.enumTypes()) {
            if (isIn(type.name(), it.name(), model.folding())) {
                without = without.withoutEnum(type.name(), it.span());
            }
        }
        for (Sequence sequence : model.sequences()) {
            if (isIn(sequence.name(), it.name(), model.folding())) {
                without = without.withoutSequence(sequence.name(), it.span());
            }
        }
        return without;
    }

    private static boolean isIn(QualifiedIdentifier name, Identifier schema, Folding folding) {
        Identifier own = name.schema();
        return own != null && folding.same(own, schema);
    }

    private static SchemaModel rename(SchemaModel model, Operation.RenameOther it) {
        QualifiedIdentifier to = it.name().named(it.to());
        return switch (it.kind()) {
            case VIEW -> model.movedView(it.name(), to, it.span());
            case SEQUENCE -> model.movedSequence(it.name(), to, it.span());
            case TYPE -> {
                SchemaModel moved = model.movedEnum(it.name(), to, it.span());
                EnumType type = moved.enumType(to).known().orElse(null);
                yield type == null ? moved : withColumnsOf(moved, it.name(), type, UnaryOperator.identity());
            }
            case SCHEMA -> renameSchema(model, it.name().name(), it.to(), it.span());
        };
    }

    private static SchemaModel renameSchema(SchemaModel model, Identifier from, Identifier to, Span span) {
        Folding folding = model.folding();
        SchemaModel after = model.withoutSchema(from, span).withSchema(to);
        for (Table table : model.tables()) {
            if (isIn(table.name(), from, folding)) {
                after = after.movedTable(
                        table.name(), new QualifiedIdentifier(to, table.name().name()), span);
            }
        }
        for (View view : model.views()) {
            if (isIn(view.name(), from, folding)) {
                after = after.movedView(
                        view.name(), new QualifiedIdentifier(to, view.name().name()), span);
            }
        }
        for (EnumType type : model.enumTypes()) {
            if (isIn(type.name(), from, folding)) {
                EnumType moved =
                        new EnumType(new QualifiedIdentifier(to, type.name().name()), type.values());
                after = withColumnsOf(
                        after.movedEnum(type.name(), moved.name(), span), type.name(), moved, UnaryOperator.identity());
            }
        }
        for (Sequence sequence : model.sequences()) {
            if (isIn(sequence.name(), from, folding)) {
                after = after.movedSequence(
                        sequence.name(),
                        new QualifiedIdentifier(to, sequence.name().name()),
                        span);
            }
        }
        return after;
    }

    private static SchemaModel executeSql(SchemaModel model, Operation.ExecuteSql it) {
        return switch (it.touches()) {
            case Operation.Unsaid unsaid -> model.named(RawSql.changedNames(it.sql(), model.folding()), it.span());
            case Operation.NoStructure nothing -> model;
            case Operation.Tables tables -> {
                SchemaModel after = model;
                for (QualifiedIdentifier table : tables.tables()) {
                    after = after.withTableUnknown(table, it.span());
                }
                yield after;
            }
            case Operation.SameAs same -> model.applyAll(same.operations());
        };
    }
}
