package dev.mig.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Applies one change to a table. Pure; whether the change makes sense has been checked before. */
final class TableEdit {
    private final Table table;
    private final Folding folding;

    private TableEdit(Table table, Folding folding) {
        this.table = table;
        this.folding = folding;
    }

    static Table apply(Table table, TableChange change, Folding folding) {
        TableEdit edit = new TableEdit(table, folding);
        return switch (change) {
            case TableChange.AddColumn it -> table.withColumns(with(table.columns(), it.column()));
            case TableChange.DropColumn it -> edit.dropColumn(it.column());
            case TableChange.RenameColumn it -> edit.renameColumn(it.column(), it.to());
            case TableChange.SetType it -> edit.column(it.column(), column -> column.withType(it.type()));
            case TableChange.SetNotNull it -> edit.column(it.column(), column -> column.withNotNull(it.notNull()));
            case TableChange.SetDefault it -> edit.column(it.column(), column -> column.withDefault(it.value()));
            case TableChange.SetComment it -> edit.column(it.column(), column -> column.withComment(it.comment()));
            case TableChange.SetIdentity it -> edit.column(it.column(), column -> column.withIdentity(it.identity()));
            case TableChange.AddConstraint it -> table.withConstraints(with(table.constraints(), it.constraint()));
            case TableChange.DropConstraint it ->
                table.withConstraints(table.constraints().stream()
                        .filter(constraint -> !folding.same(constraint.name(), it.name()))
                        .toList());
            case TableChange.ValidateConstraint it -> table;
            case TableChange.RenameConstraint it ->
                table.withConstraints(table.constraints().stream()
                        .map(constraint ->
                                folding.same(constraint.name(), it.name()) ? constraint.withName(it.to()) : constraint)
                        .toList());
            case TableChange.SetSchema it ->
                table.withName(new QualifiedIdentifier(it.schema(), table.name().name()));
        };
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private Table column(Identifier name, UnaryOperator<Column> change) {
        return table.withColumns(table.columns().stream()
                .map(it -> folding.same(it.name(), name) ? change.apply(it) : it)
                .toList());
    }

    private Table dropColumn(Identifier name) {
        return table.withColumns(table.columns().stream()
                        .filter(it -> !folding.same(it.name(), name))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .filter(it -> !table.uses(it, name, folding))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .filter(it -> !table.uses(it, name, folding))
                        .toList());
    }

    private Table renameColumn(Identifier from, Identifier to) {
        return table.withColumns(table.columns().stream()
                        .map(it -> renamed(it, from, to))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(it -> renamed(it, from, to))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(it -> renamed(it, from, to))
                        .toList());
    }

    private Column renamed(Column column, Identifier from, Identifier to) {
        Column.Generated generated = column.generated();
        Column same = generated == null
                ? column
                : column.withGenerated(
                        new Column.Generated(renamed(generated.expression(), from, to), generated.storage()));
        return folding.same(same.name(), from) ? same.withName(to) : same;
    }

    private Constraint renamed(Constraint constraint, Identifier from, Identifier to) {
        return switch (constraint) {
            case Constraint.PrimaryKey it -> new Constraint.PrimaryKey(it.name(), renamed(it.columns(), from, to));
            case Constraint.Unique it -> new Constraint.Unique(it.name(), renamed(it.columns(), from, to));
            case Constraint.Check it -> new Constraint.Check(it.name(), renamed(it.condition(), from, to));
            case Constraint.ForeignKey it -> it.withColumns(renamed(it.columns(), from, to));
        };
    }

    private Index renamed(Index index, Identifier from, Identifier to) {
        return new Index(
                index.name(),
                index.unique(),
                index.method(),
                index.elements().stream()
                        .map(it -> new Index.Element(
                                renamed(it.key(), from, to), it.operatorClass(), it.order(), it.nulls()))
                        .toList(),
                renamed(index.include(), from, to),
                renamedOrNull(index.where(), from, to));
    }

    private Index.Key renamed(Index.Key key, Identifier from, Identifier to) {
        return switch (key) {
            case Index.ColumnKey it -> folding.same(it.column(), from) ? new Index.ColumnKey(to) : it;
            case Index.ExpressionKey(SqlValue.Expression it) ->
                new Index.ExpressionKey(new SqlValue.Expression(renamed(it.sql(), from, to)));
            case Index.ExpressionKey(SqlValue.Call it) ->
                new Index.ExpressionKey(new SqlValue.Call(it.function(), renamed(it.arguments(), from, to)));
            case Index.ExpressionKey it -> it;
        };
    }

    private List<Identifier> renamed(List<Identifier> columns, Identifier from, Identifier to) {
        return columns.stream().map(it -> folding.same(it, from) ? to : it).toList();
    }

    private @Nullable String renamedOrNull(@Nullable String sql, Identifier from, Identifier to) {
        return sql == null ? null : renamed(sql, from, to);
    }

    private String renamed(String sql, Identifier from, Identifier to) {
        return RawSql.withColumnRenamed(sql, table.name().name(), from, to, folding);
    }
}
