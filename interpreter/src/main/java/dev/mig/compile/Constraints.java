package dev.mig.compile;

import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.TableItem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the constraints of one table, each with a name: the author's, or a free one by the fixed rule. */
final class Constraints {
    private final Names names;
    private final Values values;
    private final QualifiedIdentifier table;
    private final SchemaModel model;
    private final Folding folding;
    /** Names used in this statement, which the model does not contain yet. */
    private final Set<String> claimed = new HashSet<>();

    Constraints(Names names, Values values, QualifiedIdentifier table, SchemaModel model) {
        this.names = names;
        this.values = values;
        this.table = table;
        this.model = model;
        this.folding = model.folding();
    }

    /** Reserves a name that is used further down, so that it is not generated. */
    void claim(@Nullable Name name) {
        if (name != null) {
            claimed.add(folding.key(names.identifier(name)));
        }
    }

    /** @param ownPrimaryKey of the table, for a foreign key to itself; empty where the model knows it */
    Constraint of(TableItem.Constraint item, List<Identifier> ownPrimaryKey) {
        Name name = item.name();
        return switch (item.body()) {
            case TableItem.PrimaryKey it ->
                new Constraint.PrimaryKey(
                        named(name, GeneratedNames.primaryKey(table)), names.identifiers(it.columns()));
            case TableItem.Unique it -> {
                List<Identifier> columns = names.identifiers(it.columns());
                yield new Constraint.Unique(named(name, GeneratedNames.unique(table, columns)), columns);
            }
            case TableItem.Check it ->
                new Constraint.Check(
                        name != null
                                ? names.identifier(name)
                                : claimed(GeneratedNames.tableCheck(table, this::isTaken)),
                        values.sql(it.condition()));
            case TableItem.ForeignKey it ->
                foreignKey(name, names.identifiers(it.columns()), it.references(), ownPrimaryKey);
        };
    }

    /** The constraints in the options of a column, in order. */
    Optional<Constraint> of(Identifier column, TableItem.ColumnOption option, List<Identifier> ownPrimaryKey) {
        return switch (option) {
            case TableItem.ColumnPrimaryKey it ->
                Optional.of(new Constraint.PrimaryKey(named(null, GeneratedNames.primaryKey(table)), List.of(column)));
            case TableItem.ColumnUnique it ->
                Optional.of(new Constraint.Unique(
                        named(null, GeneratedNames.unique(table, List.of(column))), List.of(column)));
            case TableItem.ColumnCheck it ->
                Optional.of(new Constraint.Check(
                        named(null, GeneratedNames.columnCheck(table, column)), values.sql(it.condition())));
            case TableItem.ColumnReferences it ->
                Optional.of(foreignKey(null, List.of(column), it.references(), ownPrimaryKey));
            case TableItem.NotNull it -> Optional.empty();
            case TableItem.ColumnComment it -> Optional.empty();
            case TableItem.Collate it -> Optional.empty();
            case TableItem.Default it -> Optional.empty();
            case TableItem.Identity it -> Optional.empty();
            case TableItem.Generated it -> Optional.empty();
        };
    }

    private Constraint foreignKey(
            @Nullable Name name,
            List<Identifier> columns,
            TableItem.References references,
            List<Identifier> ownPrimaryKey) {
        QualifiedIdentifier target = names.target(references.table());
        List<Identifier> targetColumns = names.identifiers(references.columns());
        if (targetColumns.isEmpty()) {
            targetColumns = folding.same(target, table) && !ownPrimaryKey.isEmpty()
                    ? ownPrimaryKey
                    : model.table(target)
                            .known()
                            .flatMap(Table::primaryKey)
                            .map(Constraint.PrimaryKey::columns)
                            .orElse(List.of());
        }
        return new Constraint.ForeignKey(
                named(name, GeneratedNames.foreignKey(table, columns, target)),
                columns,
                target,
                targetColumns,
                references.onDelete(),
                references.onUpdate(),
                references.deferrable());
    }

    private Identifier named(@Nullable Name written, Identifier generated) {
        return written != null ? names.identifier(written) : claimed(GeneratedNames.free(generated, this::isTaken));
    }

    private Identifier claimed(Identifier name) {
        claimed.add(folding.key(name));
        return name;
    }

    private boolean isTaken(Identifier name) {
        return claimed.contains(folding.key(name)) || model.isTaken(name, table.schema());
    }
}
