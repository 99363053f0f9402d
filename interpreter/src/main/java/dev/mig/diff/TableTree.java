package dev.mig.diff;

import dev.mig.compile.GeneratedNames;
import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.TableItem;
import dev.mig.syntax.tree.TableItem.ColumnOption;
import dev.mig.syntax.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns and constraints as statements of the language.
 *
 * <p>A constraint that bears the name which the fixed rule gives it is written without one; one over a single column
 * stands with its column.
 */
final class TableTree {
    private final Folding folding;
    private final Spell spell;

    TableTree(Folding folding) {
        this.folding = folding;
        this.spell = new Spell(folding);
    }

    List<TableItem> items(Table table) {
        List<TableItem> items = new ArrayList<>();
        List<Constraint> apart = new ArrayList<>(table.constraints());
        for (Column column : table.columns()) {
            List<ColumnOption> own = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                Optional<ColumnOption> option = inline(table.name(), column.name(), constraint);
                if (option.isPresent() && apart.remove(constraint)) {
                    own.add(option.get());
                }
            }
            items.add(column(column, table.isNeverNull(column, folding), own));
        }
        apart.forEach(it -> items.add(constraint(table.name(), it)));
        return items;
    }

    /** @param neverNull whether it takes no null even if it does not say so */
    TableItem.Column column(Column column, boolean neverNull, List<ColumnOption> constraints) {
        List<ColumnOption> options = new ArrayList<>();
        Column.Identity identity = column.identity();
        if (identity != null) {
            options.add(new TableItem.Identity(identity.always(), identity.start(), identity.increment(), Span.none()));
        }
        if (column.notNull() && !neverNull) {
            options.add(new TableItem.NotNull(Span.none()));
        }
        constraints.stream()
                .filter(TableItem.ColumnPrimaryKey.class::isInstance)
                .forEach(options::add);
        if (column.defaultValue() != null) {
            options.add(new TableItem.Default(value(column.defaultValue()), Span.none()));
        }
        Column.Generated generated = column.generated();
        if (generated != null) {
            options.add(new TableItem.Generated(
                    Spell.expression(generated.expression()), generated.storage(), Span.none()));
        }
        constraints.stream()
                .filter(it -> !(it instanceof TableItem.ColumnPrimaryKey))
                .forEach(options::add);
        if (column.collation() != null) {
            // On databases that fold names, collations are case-sensitive, so the name is kept as is.
            Name collation = new Name(Spell.escaped(column.collation().text()), true, Span.none());
            options.add(new TableItem.Collate(collation, Span.none()));
        }
        if (column.comment() != null) {
            options.add(new TableItem.ColumnComment(Spell.text(column.comment()), Span.none()));
        }
        return new TableItem.Column(spell.name(column.name()), TypeTree.of(column.type(), spell), options, Span.none());
    }

    TableItem.Constraint constraint(QualifiedIdentifier table, Constraint constraint) {
        TableItem.ConstraintBody body = switch (constraint) {
            case Constraint.PrimaryKey it -> new TableItem.PrimaryKey(spell.names(it.columns()));
            case Constraint.Unique it -> new TableItem.Unique(spell.names(it.columns()));
            case Constraint.Check it -> new TableItem.Check(Spell.expression(it.condition()));
            case Constraint.ForeignKey it -> new TableItem.ForeignKey(spell.names(it.columns()), references(it));
        };
        return new TableItem.Constraint(name(table, constraint), body, Span.none());
    }

    private TableItem.References references(Constraint.ForeignKey key) {
        return new TableItem.References(
                spell.qualified(key.target()),
                spell.names(key.targetColumns()),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable());
    }

    private @Nullable Name name(QualifiedIdentifier table, Constraint constraint) {
        return isRules(table, constraint) ? null : spell.name(constraint.name());
    }

    private boolean isRules(QualifiedIdentifier table, Constraint constraint) {
        Identifier ruled = switch (constraint) {
            case Constraint.PrimaryKey it -> GeneratedNames.primaryKey(table);
            case Constraint.Unique it -> GeneratedNames.unique(table, it.columns());
            case Constraint.ForeignKey it -> GeneratedNames.foreignKey(table, it.columns(), it.target());
            // Numbered by position, so the number means nothing elsewhere.
            case Constraint.Check it -> Identifier.exact(" ");
        };
        return folding.same(ruled, constraint.name());
    }

    private Optional<ColumnOption> inline(QualifiedIdentifier table, Identifier column, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey it
            when isOver(it.columns(), column) && isRules(table, it) ->
                Optional.of(new TableItem.ColumnPrimaryKey(Span.none()));
            case Constraint.Unique it
            when isOver(it.columns(), column) && isRules(table, it) ->
                Optional.of(new TableItem.ColumnUnique(Span.none()));
            case Constraint.ForeignKey it
            when isOver(it.columns(), column) && isRules(table, it) ->
                Optional.of(new TableItem.ColumnReferences(references(it), Span.none()));
            case Constraint.Check it
            when isColumns(table, column, it) ->
                Optional.of(new TableItem.ColumnCheck(Spell.expression(it.condition()), Span.none()));
            case Constraint other -> Optional.empty();
        };
    }

    private boolean isColumns(QualifiedIdentifier table, Identifier column, Constraint.Check check) {
        Identifier ruled = GeneratedNames.columnCheck(table, column);
        Set<String> names = RawSql.names(check.condition(), folding);
        return folding.same(ruled, check.name()) && names.contains(folding.key(column));
    }

    private boolean isOver(List<Identifier> columns, Identifier column) {
        return columns.size() == 1 && folding.same(columns.getFirst(), column);
    }

    Value value(SqlValue value) {
        return switch (value) {
            case SqlValue.Text(String text) -> new Value.StringValue(Spell.escaped(text), Span.none());
            case SqlValue.Number(String written) -> new Value.NumberValue(written, Span.none());
            case SqlValue.Bool(boolean it) -> new Value.BooleanValue(it, Span.none());
            case SqlValue.Null it -> new Value.NullValue(Span.none());
            case SqlValue.Default it -> new Value.DefaultValue(Span.none());
            case SqlValue.Keyword(var word) -> new Value.WordValue(word, Span.none());
            case SqlValue.Expression(String sql) -> Spell.expression(sql);
            case SqlValue.Call it ->
                new Value.Call(spell.qualified(it.function()), Spell.escaped(it.arguments()), Span.none());
        };
    }
}
