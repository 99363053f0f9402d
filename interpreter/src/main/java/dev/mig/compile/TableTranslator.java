package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.TableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Translates {@code create table} and {@code alter table} to operations. */
final class TableTranslator {
    private final Names names;
    private final Values values;
    private final Types types;
    private final DatabaseChoice choice;
    private final Problems problems;

    TableTranslator(Names names, Values values, Types types, DatabaseChoice choice, Problems problems) {
        this.names = names;
        this.values = values;
        this.types = types;
        this.choice = choice;
        this.problems = problems;
    }

    // ---- create table

    Operation.CreateTable createTable(Statement.CreateTable it, SchemaModel model) {
        QualifiedIdentifier name = names.qualified(it.name());
        Constraints constraints = new Constraints(names, values, name, model);
        List<Identifier> primaryKey = primaryKey(it.items());
        for (TableItem item : it.items()) {
            if (item instanceof TableItem.Constraint constraint) {
                constraints.claim(constraint.name());
            }
        }
        List<Column> columns = new ArrayList<>();
        List<Constraint> made = new ArrayList<>();
        for (TableItem item : it.items()) {
            switch (item) {
                case TableItem.Column column -> {
                    Column translated = column(column, model);
                    columns.add(translated);
                    column.options()
                            .forEach(option -> constraints
                                    .of(translated.name(), option, primaryKey)
                                    .ifPresent(made::add));
                }
                case TableItem.Constraint constraint -> made.add(constraints.of(constraint, primaryKey));
            }
        }
        List<String> options = choice.all(it.options(), option -> List.of(option.dialect())).stream()
                .map(option -> values.text(option.text()))
                .toList();
        Table table = new Table(name, columns, made, List.of(), values.textOrNull(it.comment()), options);
        return new Operation.CreateTable(table, it.ifNotExists(), it.span());
    }

    private List<Identifier> primaryKey(List<TableItem> items) {
        for (TableItem item : items) {
            switch (item) {
                case TableItem.Column column -> {
                    if (column.options().stream().anyMatch(TableItem.ColumnPrimaryKey.class::isInstance)) {
                        return List.of(names.identifier(column.name()));
                    }
                }
                case TableItem.Constraint constraint -> {
                    if (constraint.body() instanceof TableItem.PrimaryKey(List<Name> columns)) {
                        return names.identifiers(columns);
                    }
                }
            }
        }
        return List.of();
    }

    private Column column(TableItem.Column column, SchemaModel model) {
        Column made = Column.of(names.identifier(column.name()), types.of(column.type(), model));
        for (TableItem.ColumnOption option : column.options()) {
            made = withOption(made, option);
        }
        return made;
    }

    private Column withOption(Column column, TableItem.ColumnOption option) {
        return switch (option) {
            case TableItem.NotNull it -> column.withNotNull(true);
            case TableItem.ColumnComment it -> column.withComment(values.text(it.text()));
            case TableItem.Collate it -> column.withCollation(names.identifier(it.collation()));
            case TableItem.Default it -> column.withDefault(values.of(it.value()));
            case TableItem.Identity it ->
                column.withIdentity(new Column.Identity(it.always(), it.start(), it.increment()));
            case TableItem.Generated it ->
                column.withGenerated(new Column.Generated(values.sql(it.expression()), it.storage()));
            case TableItem.ColumnPrimaryKey it -> column;
            case TableItem.ColumnUnique it -> column;
            case TableItem.ColumnCheck it -> column;
            case TableItem.ColumnReferences it -> column;
        };
    }

    // ---- alter table

    void alterTable(Statement.AlterTable it, Draft draft) {
        draft.alter(names.qualified(it.table()), it.span(), alteration -> {
            for (AlterAction action : it.actions()) {
                action(action, alteration);
            }
        });
    }

    private void action(AlterAction action, Draft.Alteration alteration) {
        SchemaModel model = alteration.model();
        QualifiedIdentifier table = alteration.table();
        switch (action) {
            case AlterAction.AddColumn it -> {
                Column column = column(it.column(), model);
                alteration.add(new TableChange.AddColumn(column, it.span()));
                for (TableItem.ColumnOption option : it.column().options()) {
                    new Constraints(names, values, table, alteration.model())
                            .of(column.name(), option, List.of())
                            .ifPresent(constraint ->
                                    alteration.add(new TableChange.AddConstraint(constraint, false, it.span())));
                }
            }
            case AlterAction.DropColumn it ->
                alteration.add(new TableChange.DropColumn(
                        names.identifier(it.column()), it.ifExists(), values.sqlOrNull(it.reverseUsing()), it.span()));
            case AlterAction.RenameColumn it ->
                alteration.add(new TableChange.RenameColumn(
                        names.identifier(it.column()), names.identifier(it.to()), it.span()));
            case AlterAction.AlterColumn it -> alteration.add(change(names.identifier(it.column()), it, model));
            case AlterAction.AddConstraint it -> {
                Constraint constraint = new Constraints(names, values, table, model).of(it.constraint(), List.of());
                alteration.add(new TableChange.AddConstraint(constraint, it.notValid(), it.span()));
            }
            case AlterAction.DropConstraint it -> {
                Identifier name = names.identifier(it.constraint());
                Constraint dropped = model.table(table)
                        .known()
                        .flatMap(known -> known.constraint(name, model.folding()))
                        .orElse(null);
                alteration.add(new TableChange.DropConstraint(name, it.ifExists(), dropped, it.span()));
            }
            case AlterAction.DropPrimaryKey it ->
                drop(
                        alteration,
                        it.span(),
                        Constraint.PrimaryKey.class::isInstance,
                        "a primary key",
                        GeneratedNames.primaryKey(table));
            case AlterAction.DropUnique it -> {
                List<Identifier> columns = names.identifiers(it.columns());
                drop(
                        alteration,
                        it.span(),
                        constraint -> constraint instanceof Constraint.Unique key
                                && sameColumns(key.columns(), columns, model.folding()),
                        "a unique constraint over (" + TableRules.joined(columns) + ")",
                        GeneratedNames.unique(table, columns));
            }
            case AlterAction.DropForeignKey it -> {
                List<Identifier> columns = names.identifiers(it.columns());
                drop(
                        alteration,
                        it.span(),
                        constraint -> constraint instanceof Constraint.ForeignKey key
                                && sameColumns(key.columns(), columns, model.folding()),
                        "a foreign key over (" + TableRules.joined(columns) + ")",
                        null);
            }
            case AlterAction.ValidateConstraint it ->
                alteration.add(new TableChange.ValidateConstraint(names.identifier(it.constraint()), it.span()));
            case AlterAction.RenameConstraint it ->
                alteration.add(new TableChange.RenameConstraint(
                        names.identifier(it.constraint()), names.identifier(it.to()), it.span()));
            case AlterAction.SetSchema it ->
                alteration.add(new TableChange.SetSchema(names.identifier(it.schema()), it.span()));
        }
    }

    private TableChange change(Identifier column, AlterAction.AlterColumn action, SchemaModel model) {
        Span span = action.span();
        return switch (action.change()) {
            case AlterAction.SetType it -> {
                ColumnType type = types.of(it.type(), model);
                yield new TableChange.SetType(
                        column, type, values.sqlOrNull(it.using()), values.sqlOrNull(it.reverseUsing()), span);
            }
            case AlterAction.SetNotNull it -> new TableChange.SetNotNull(column, true, span);
            case AlterAction.DropNotNull it -> new TableChange.SetNotNull(column, false, span);
            case AlterAction.SetDefault it -> {
                SqlValue value = values.of(it.value());
                yield new TableChange.SetDefault(column, value, span);
            }
            case AlterAction.DropDefault it -> new TableChange.SetDefault(column, null, span);
            case AlterAction.SetComment it -> new TableChange.SetComment(column, values.text(it.comment()), span);
            case AlterAction.DropComment it -> new TableChange.SetComment(column, null, span);
            case AlterAction.AddIdentity it -> new TableChange.SetIdentity(column, Column.Identity.PLAIN, span);
            case AlterAction.DropIdentity it -> new TableChange.SetIdentity(column, null, span);
        };
    }

    /**
     * Drops a constraint by what it is.
     *
     * @param generated the name that the fixed rule gives it, for a table that is not known; null where the rule needs
     *     to know more
     */
    private void drop(
            Draft.Alteration alteration,
            Span span,
            Predicate<Constraint> wanted,
            String what,
            @Nullable Identifier generated) {
        QualifiedIdentifier name = alteration.table();
        Lookup<Table> found = alteration.model().table(name);
        Optional<Constraint> constraint = found.known().stream()
                .flatMap(table -> table.constraints().stream())
                .filter(wanted)
                .findFirst();
        if (constraint.isPresent()) {
            alteration.add(new TableChange.DropConstraint(constraint.get().name(), false, constraint.get(), span));
        } else if (found instanceof Lookup.Known<Table>(Table table)) {
            List<String> known =
                    table.constraints().stream().map(it -> it.name().text()).toList();
            problems.error(
                    Code.CONSTRAINT_UNKNOWN,
                    span,
                    "table " + table.name() + " does not have " + what,
                    NameResolver.all(known, "constraints"));
        } else if (generated != null) {
            alteration.add(new TableChange.DropConstraint(generated, false, null, span));
        } else {
            problems.error(
                    Code.NOT_KNOWN_HERE,
                    span,
                    "what table " + name + " looks like is not known here, so that the name of its foreign key is not",
                    "drop constraint NAME");
        }
    }

    private static boolean sameColumns(List<Identifier> some, List<Identifier> others, Folding folding) {
        return some.stream()
                .map(folding::key)
                .sorted()
                .toList()
                .equals(others.stream().map(folding::key).sorted().toList());
    }
}
