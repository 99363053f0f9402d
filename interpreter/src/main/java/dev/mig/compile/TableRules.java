package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks new tables, and changes of tables. */
final class TableRules {
    private final Database database;
    private final Places places;
    private final Problems problems;
    private final NameResolver resolver;
    private final ColumnRules columns;

    TableRules(Database database, Places places, Problems problems, NameResolver resolver) {
        this.database = database;
        this.places = places;
        this.problems = problems;
        this.resolver = resolver;
        this.columns = new ColumnRules(places, problems);
    }

    // ---- a new table

    void newTable(Table table, Span span, SchemaModel before) {
        Folding folding = before.folding();
        Map<String, Identifier> seen = new HashMap<>();
        for (Column column : table.columns()) {
            Identifier first = seen.putIfAbsent(folding.key(column.name()), column.name());
            if (first != null) {
                problems.add(Diagnostic.error(
                                Code.COLUMN_TAKEN,
                                places.of(column.name(), span),
                                "column \"" + column.name() + "\" is there twice",
                                "leave one of them out, or give it another name")
                        .withRelated(List.of(new Diagnostic.Related(places.of(first, span), "it stands here first"))));
            }
            columns.check(column, span);
        }
        Map<String, Identifier> names = new HashMap<>();
        // A foreign key may refer to its own table.
        SchemaModel with = before.apply(new Operation.CreateTable(table, false, span));
        Constraint primaryKey = null;
        for (Constraint constraint : table.constraints()) {
            Identifier first = names.putIfAbsent(folding.key(constraint.name()), constraint.name());
            if (first != null) {
                problems.add(Diagnostic.error(
                                Code.CONSTRAINT_TAKEN,
                                places.of(constraint.name(), span),
                                "constraint \"" + constraint.name() + "\" is there twice",
                                "give one of them another name, or leave the name out")
                        .withRelated(List.of(new Diagnostic.Related(places.of(first, span), "it stands here first"))));
            }
            if (constraint instanceof Constraint.PrimaryKey key) {
                if (primaryKey != null) {
                    secondPrimaryKey(table, key, span);
                }
                primaryKey = key;
            }
            constraint(table, constraint, span, with);
        }
    }

    private void secondPrimaryKey(Table table, Constraint.PrimaryKey key, Span span) {
        problems.error(
                Code.PRIMARY_KEY_TWICE,
                place(key, span),
                "table " + table.name() + " has a primary key already",
                "a key of several columns is written once, on a line of its own: primary key (a, b)");
    }

    /** A constraint is identified by its written name, or else by its first column. */
    private Span place(Constraint constraint, Span span) {
        Span named = places.of(constraint.name(), Span.none());
        if (!named.isNone()) {
            return named;
        }
        return switch (constraint) {
            case Constraint.PrimaryKey it -> places.of(it.columns().getFirst(), span);
            case Constraint.Unique it -> places.of(it.columns().getFirst(), span);
            case Constraint.ForeignKey it -> places.of(it.columns().getFirst(), span);
            case Constraint.Check it -> span;
        };
    }

    // ---- constraints

    private void constraint(Table table, Constraint constraint, Span span, SchemaModel model) {
        switch (constraint) {
            case Constraint.PrimaryKey it -> key(table, it.columns(), span, model);
            case Constraint.Unique it -> key(table, it.columns(), span, model);
            case Constraint.Check it -> {}
            case Constraint.ForeignKey it -> foreignKey(table, it, span, model);
        }
    }

    private void key(Table table, List<Identifier> columns, Span span, SchemaModel model) {
        resolver.columns(table, columns, span, model);
        Map<String, Identifier> seen = new HashMap<>();
        for (Identifier column : columns) {
            if (seen.putIfAbsent(model.folding().key(column), column) != null) {
                problems.error(
                        Code.COLUMN_TAKEN,
                        places.of(column, span),
                        "column \"" + column + "\" is there twice",
                        "leave one of them out");
            }
        }
    }

    private void foreignKey(Table table, Constraint.ForeignKey key, Span span, SchemaModel model) {
        resolver.columns(table, key.columns(), span, model);
        target(key, span, model);
    }

    private void target(Constraint.ForeignKey key, Span span, SchemaModel model) {
        Table target = resolver.table(key.target(), span, model).orElse(null);
        if (target == null) {
            return;
        }
        Span place = places.of(key.target(), span);
        if (key.targetColumns().isEmpty()) {
            problems.error(
                    Code.FOREIGN_KEY_MISMATCH,
                    place,
                    "table " + target.name() + " has no primary key that the foreign key could refer to",
                    "name the columns: references " + target.name() + " (…)");
            return;
        }
        int known = 0;
        for (Identifier column : key.targetColumns()) {
            known += resolver.column(target, column, places.of(column, place), model)
                            .isPresent()
                    ? 1
                    : 0;
        }
        if (known < key.targetColumns().size()) {
            return;
        }
        if (key.columns().size() != key.targetColumns().size()) {
            problems.error(
                    Code.FOREIGN_KEY_MISMATCH,
                    place,
                    "the foreign key has " + counted(key.columns().size()) + " and refers to "
                            + counted(key.targetColumns().size()) + " of " + target.name(),
                    "name as many on either side");
            return;
        }
        boolean mysql = database == Database.MYSQL || database == Database.MARIADB;
        if (!mysql && !isUnique(target, key.targetColumns(), model.folding())) {
            problems.error(
                    Code.FOREIGN_KEY_MISMATCH,
                    place,
                    joined(key.targetColumns()) + " of table " + target.name()
                            + " is neither its primary key nor unique",
                    "alter table " + target.name() + " add unique (" + joined(key.targetColumns()) + ")");
        }
    }

    private static boolean isUnique(Table table, List<Identifier> columns, Folding folding) {
        List<String> wanted = columns.stream().map(folding::key).sorted().toList();
        boolean constrained = table.constraints().stream().anyMatch(it -> switch (it) {
            case Constraint.PrimaryKey key -> sorted(key.columns(), folding).equals(wanted);
            case Constraint.Unique key -> sorted(key.columns(), folding).equals(wanted);
            case Constraint.Check check -> false;
            case Constraint.ForeignKey key -> false;
        });
        return constrained
                || table.indexes().stream()
                        .filter(it -> it.unique() && it.where() == null)
                        .anyMatch(it -> sorted(columns(it), folding).equals(wanted));
    }

    private static List<Identifier> columns(Index index) {
        List<Identifier> columns = new ArrayList<>();
        index.elements().forEach(it -> {
            if (it.key() instanceof Index.ColumnKey(Identifier column)) {
                columns.add(column);
            }
        });
        return columns;
    }

    private static List<String> sorted(List<Identifier> columns, Folding folding) {
        return columns.stream().map(folding::key).sorted().toList();
    }

    private static String counted(int columns) {
        return columns == 1 ? "one column" : columns + " columns";
    }

    static String joined(List<Identifier> columns) {
        return String.join(", ", columns.stream().map(Identifier::toString).toList());
    }

    // ---- a change

    void change(QualifiedIdentifier name, TableChange change, SchemaModel model) {
        Optional<Table> known = model.table(name).known();
        switch (change) {
            case TableChange.AddColumn it -> {
                columns.check(it.column(), it.span());
                known.ifPresent(table -> newColumnName(table, it.column().name(), it.span(), model));
            }
            case TableChange.DropColumn it -> known.ifPresent(table -> dropColumn(table, it, model));
            case TableChange.RenameColumn it ->
                known.ifPresent(table -> {
                    boolean found = resolver.column(table, it.column(), it.span(), model)
                            .isPresent();
                    if (found && !model.folding().same(it.column(), it.to())) {
                        newColumnName(table, it.to(), it.span(), model);
                    }
                });
            case TableChange.SetType it ->
                known.flatMap(table -> resolver.column(table, it.column(), it.span(), model))
                        .ifPresent(
                                column -> columns.check(column.withType(it.type()), places.of(it.column(), it.span())));
            case TableChange.SetNotNull it ->
                known.ifPresent(table -> resolver.column(table, it.column(), it.span(), model)
                        .ifPresent(column -> columns.nullable(table, column, it, model.folding())));
            case TableChange.SetDefault it ->
                known.flatMap(table -> resolver.column(table, it.column(), it.span(), model))
                        .ifPresent(column -> columns.newDefault(column, it));
            case TableChange.SetComment it ->
                known.ifPresent(table -> resolver.column(table, it.column(), it.span(), model));
            case TableChange.SetIdentity it ->
                known.flatMap(table -> resolver.column(table, it.column(), it.span(), model))
                        .ifPresent(column -> columns.identity(column, it));
            case TableChange.AddConstraint it ->
                known.ifPresentOrElse(table -> addConstraint(table, it, model), () -> addedToUnknown(it, model));
            case TableChange.DropConstraint it -> known.ifPresent(table -> dropConstraint(table, it, model));
            case TableChange.ValidateConstraint it ->
                known.ifPresent(table -> requireConstraint(table, it.name(), it.span(), model));
            case TableChange.RenameConstraint it ->
                known.ifPresent(table -> {
                    requireConstraint(table, it.name(), it.span(), model);
                    if (!model.folding().same(it.name(), it.to())) {
                        newConstraintName(table, it.to(), it.span(), model);
                    }
                });
            case TableChange.SetSchema it -> {}
        }
    }

    private void newColumnName(Table table, Identifier column, Span span, SchemaModel model) {
        if (table.column(column, model.folding()).isPresent()) {
            problems.error(
                    Code.COLUMN_TAKEN,
                    places.of(column, span),
                    "table " + table.name() + " has a column \"" + column + "\" already",
                    "choose another name, or first: alter table " + table.name() + " drop column " + column);
        }
    }

    private void newConstraintName(Table table, Identifier name, Span span, SchemaModel model) {
        if (table.constraint(name, model.folding()).isPresent()) {
            problems.error(
                    Code.CONSTRAINT_TAKEN,
                    places.of(name, span),
                    "table " + table.name() + " has a constraint \"" + name + "\" already",
                    "choose another name, or first: alter table " + table.name() + " drop constraint " + name);
        }
    }

    private void dropColumn(Table table, TableChange.DropColumn it, SchemaModel model) {
        Folding folding = model.folding();
        if (it.ifExists() && table.column(it.column(), folding).isEmpty()) {
            return;
        }
        if (resolver.column(table, it.column(), it.span(), model).isEmpty()) {
            return;
        }
        Span place = places.of(it.column(), it.span());
        if (table.columns().size() == 1) {
            problems.error(
                    Code.STILL_NEEDED,
                    place,
                    "column \"" + it.column() + "\" is the only one of table " + table.name(),
                    "drop table " + table.name());
        }
        for (Table other : model.tablesReferencing(table.name())) {
            for (Constraint.ForeignKey key : other.foreignKeys()) {
                boolean needs = !folding.same(other.name(), table.name())
                        && folding.same(key.target(), table.name())
                        && key.targetColumns().stream().anyMatch(column -> folding.same(column, it.column()));
                if (needs) {
                    stillReferenced(place, "column \"" + it.column() + "\"", other, key);
                }
            }
        }
    }

    void stillReferenced(Span place, String what, Table by, Constraint.ForeignKey key) {
        problems.error(
                Code.STILL_NEEDED,
                place,
                what + " is needed by the foreign key " + key.name() + " of table " + by.name(),
                "alter table " + by.name() + " drop constraint " + key.name());
    }

    private void addConstraint(Table table, TableChange.AddConstraint it, SchemaModel model) {
        Constraint constraint = it.constraint();
        newConstraintName(table, constraint.name(), it.span(), model);
        if (constraint instanceof Constraint.PrimaryKey key
                && table.primaryKey().isPresent()) {
            secondPrimaryKey(table, key, it.span());
        }
        constraint(table, constraint, it.span(), model);
    }

    private void addedToUnknown(TableChange.AddConstraint it, SchemaModel model) {
        if (it.constraint() instanceof Constraint.ForeignKey key
                && !key.targetColumns().isEmpty()) {
            target(key, it.span(), model);
        }
    }

    private void dropConstraint(Table table, TableChange.DropConstraint it, SchemaModel model) {
        Folding folding = model.folding();
        if (it.ifExists() && table.constraint(it.name(), folding).isEmpty()) {
            return;
        }
        Constraint constraint =
                requireConstraint(table, it.name(), it.span(), model).orElse(null);
        List<Identifier> columns = switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns();
            case Constraint.Unique key -> key.columns();
            case Constraint.Check check -> List.of();
            case Constraint.ForeignKey key -> List.of();
            case null -> List.of();
        };
        Table without = table.withConstraints(table.constraints().stream()
                .filter(other -> !folding.same(other.name(), it.name()))
                .toList());
        for (Table other : columns.isEmpty() ? List.<Table>of() : model.tablesReferencing(table.name())) {
            for (Constraint.ForeignKey key : other.foreignKeys()) {
                boolean needs = folding.same(key.target(), table.name())
                        && sorted(key.targetColumns(), folding).equals(sorted(columns, folding))
                        && !isUnique(without, key.targetColumns(), folding);
                if (needs) {
                    stillReferenced(places.of(it.name(), it.span()), "constraint \"" + it.name() + "\"", other, key);
                }
            }
        }
    }

    private Optional<Constraint> requireConstraint(Table table, Identifier name, Span span, SchemaModel model) {
        Optional<Constraint> found = table.constraint(name, model.folding());
        if (found.isEmpty()) {
            List<String> known =
                    table.constraints().stream().map(it -> it.name().text()).toList();
            boolean index = table.index(name, model.folding()).isPresent();
            problems.error(
                    Code.CONSTRAINT_UNKNOWN,
                    places.of(name, span),
                    "constraint \"" + name + "\" does not exist on table " + table.name(),
                    index
                            ? "it is an index: drop index " + name + " on " + table.name()
                            : NameResolver.likeOrAll(name.text(), known, "constraints"));
        }
        return found;
    }
}
