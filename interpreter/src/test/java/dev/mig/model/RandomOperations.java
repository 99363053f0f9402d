package dev.mig.model;

import dev.mig.model.Operation.Unsaid;
import dev.mig.model.Operation.Unstated;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Statement.Renamed;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Operations that make sense in the schema that they meet, the same ones for the same seed. New names are never used
 * twice, so that the operations of two branches do not clash by accident.
 */
public final class RandomOperations {
    private final Random random;
    private int names;

    public RandomOperations(long seed) {
        this.random = new Random(seed);
    }

    /** So many operations, one after the other. */
    public List<Operation> list(SchemaModel before, int count) {
        List<Operation> operations = new ArrayList<>();
        SchemaModel model = before;
        for (int i = 0; i < count; i++) {
            Operation operation = next(model);
            operations.add(operation);
            model = model.apply(operation);
        }
        return operations;
    }

    public Operation next(SchemaModel model) {
        while (true) {
            Operation operation = attempt(model);
            if (operation != null) {
                return operation;
            }
        }
    }

    /** Null where the schema has nothing that the operation could be done to. */
    private @Nullable Operation attempt(SchemaModel model) {
        Table table = pick(model.tables());
        return table == null ? createTable(model) : attempt(table, model);
    }

    private @Nullable Operation attempt(Table table, SchemaModel model) {
        return switch (random.nextInt(28)) {
            case 0, 1, 2, 4, 5 -> createTable(model);
            case 3 -> new Operation.CreateEnum(name("mood"), List.of("sad", "ok"), Span.none());
            case 6, 7 -> dropTable(table, model);
            case 8, 9 -> new Operation.RenameTable(table.name(), identifier("renamed"), Span.none());
            case 10 -> new Operation.CommentOnTable(table.name(), text(), Span.none());
            case 11 -> createIndex(table);
            case 12 -> dropIndex(table);
            case 13 -> renameIndex(table);
            case 14 -> enumChange(model);
            case 15 -> new Operation.CreateSequence(name("seq"), BigInteger.TEN, null, Span.none());
            case 16 -> sequenceChange(model);
            case 17 -> new Operation.CreateView(name("view"), "select * from " + table.name(), false, Span.none());
            case 18 -> viewChange(model);
            case 19 -> object(model);
            case 20 -> new Operation.CreateSchema(identifier("schema"), false, Span.none());
            default -> alterTable(table, model);
        };
    }

    // ---- tables

    private Operation createTable(SchemaModel model) {
        QualifiedIdentifier name = name("table");
        List<Column> columns = new ArrayList<>();
        Column id = Column.of(Identifier.bare("id"), ColumnType.Plain.BIGINT);
        columns.add(random.nextBoolean() ? id.withIdentity(Column.Identity.PLAIN) : id);
        for (int i = random.nextInt(4); i >= 0; i--) {
            columns.add(column(model));
        }
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(new Constraint.PrimaryKey(derived("pk", name), List.of(id.name())));
        if (random.nextBoolean()) {
            constraints.add(new Constraint.Check(
                    identifier("ck"), "(" + columns.getLast().name().text() + " is not null)"));
        }
        Table target = pick(referable(model));
        if (target != null && random.nextBoolean()) {
            Column key = Column.of(identifier("ref"), ColumnType.Plain.BIGINT);
            columns.add(key);
            constraints.add(foreignKey(key.name(), target));
        }
        String comment = random.nextInt(4) == 0 ? text() : null;
        return new Operation.CreateTable(
                new Table(name, columns, constraints, List.of(), comment, List.of()), false, Span.none());
    }

    private static List<Table> referable(SchemaModel model) {
        return model.tables().stream()
                .filter(it ->
                        it.primaryKey().filter(key -> key.columns().size() == 1).isPresent())
                .toList();
    }

    private Constraint.ForeignKey foreignKey(Identifier column, Table target) {
        return new Constraint.ForeignKey(
                identifier("fk"),
                List.of(column),
                target.name(),
                target.primaryKey().orElseThrow().columns(),
                random.nextBoolean() ? ReferenceAction.CASCADE : null,
                null,
                null);
    }

    private Column column(SchemaModel model) {
        EnumType type = pick(model.enumTypes());
        Column column = Column.of(
                identifier("col"),
                switch (random.nextInt(6)) {
                    case 0 -> ColumnType.Plain.INTEGER;
                    case 1 -> new ColumnType.Varchar(10 + random.nextInt(50));
                    case 2 -> new ColumnType.Decimal(12, 2);
                    case 3 -> new ColumnType.Timestamp(6, true);
                    case 4 -> type == null ? ColumnType.Plain.BOOLEAN : new ColumnType.Enum(type.name(), type.values());
                    default -> ColumnType.Plain.TEXT;
                });
        Column filled = column.type() == ColumnType.Plain.INTEGER && random.nextBoolean()
                ? column.withDefault(new SqlValue.Number("7")).withNotNull(random.nextBoolean())
                : column;
        return random.nextInt(5) == 0 ? filled.withComment(text()) : filled;
    }

    private @Nullable Operation dropTable(Table table, SchemaModel model) {
        boolean needed = model.tablesReferencing(table.name()).stream()
                .anyMatch(it -> !it.name().equals(table.name()));
        if (!needed) {
            return new Operation.DropTable(table.name(), false, false, Span.none());
        }
        boolean viewed = model.views().stream()
                .anyMatch(it -> RawSql.mentions(it.query(), table.name().name(), model.folding()));
        return viewed ? null : new Operation.DropTable(table.name(), false, true, Span.none());
    }

    private @Nullable Operation alterTable(Table table, SchemaModel model) {
        List<TableChange> changes = new ArrayList<>();
        SchemaModel now = model;
        for (int i = random.nextInt(3); i >= 0; i--) {
            Table current = now.table(table.name()).known().orElseThrow();
            TableChange change = change(current, now);
            if (change != null) {
                changes.add(change);
                now = now.apply(new Operation.AlterTable(table.name(), List.of(change), Span.none()));
            }
        }
        return changes.isEmpty() ? null : new Operation.AlterTable(table.name(), changes, Span.none());
    }

    private @Nullable TableChange change(Table table, SchemaModel model) {
        Column column = table.columns().get(random.nextInt(table.columns().size()));
        Identifier name = column.name();
        return switch (random.nextInt(12)) {
            case 0, 1 -> new TableChange.AddColumn(column(model), Span.none());
            case 2 -> dropColumn(table, column, model);
            case 3, 4 -> new TableChange.RenameColumn(name, identifier("col"), Span.none());
            case 5 ->
                column.identity() != null
                        ? null
                        : new TableChange.SetType(name, column(model).type(), null, null, Span.none());
            case 6 ->
                new TableChange.SetNotNull(
                        name, random.nextBoolean() || table.isNeverNull(column, model.folding()), Span.none());
            case 7 -> new TableChange.SetComment(name, random.nextBoolean() ? text() : null, Span.none());
            case 8 ->
                new TableChange.AddConstraint(
                        new Constraint.Unique(identifier("uq"), List.of(name)), false, Span.none());
            case 9 -> {
                Table target = pick(referable(model));
                yield target == null
                        ? null
                        : new TableChange.AddConstraint(foreignKey(name, target), false, Span.none());
            }
            case 10 -> dropConstraint(table);
            default ->
                column.type() == ColumnType.Plain.INTEGER && column.identity() == null
                        ? new TableChange.SetDefault(name, new SqlValue.Number("3"), Span.none())
                        : null;
        };
    }

    private @Nullable TableChange dropColumn(Table table, Column column, SchemaModel model) {
        boolean key = table.primaryKey()
                .filter(it -> it.columns().contains(column.name()))
                .isPresent();
        boolean needed = model.tablesReferencing(table.name()).stream()
                .flatMap(it -> it.foreignKeys().stream())
                .anyMatch(it ->
                        it.target().equals(table.name()) && it.targetColumns().contains(column.name()));
        boolean comesBack = !column.notNull() || column.defaultValue() != null;
        return key || needed || !comesBack || table.columns().size() == 1
                ? null
                : new TableChange.DropColumn(column.name(), false, null, Span.none());
    }

    private @Nullable TableChange dropConstraint(Table table) {
        Constraint constraint = pick(table.constraints().stream()
                .filter(it -> it instanceof Constraint.Check || it instanceof Constraint.ForeignKey)
                .toList());
        return constraint == null
                ? null
                : new TableChange.DropConstraint(constraint.name(), false, constraint, Span.none());
    }

    // ---- indexes

    private Operation createIndex(Table table) {
        List<Index.Element> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            if (elements.isEmpty() || random.nextInt(3) == 0) {
                elements.add(new Index.Element(new Index.ColumnKey(column.name()), null, null, null));
            }
        }
        String where =
                random.nextInt(4) == 0 ? "(" + table.columns().getFirst().name().text() + " > 0)" : null;
        Index index = new Index(identifier("ix"), random.nextBoolean(), null, elements, List.of(), where);
        return new Operation.CreateIndex(table.name(), index, false, false, Span.none());
    }

    private @Nullable Operation dropIndex(Table table) {
        Index index = pick(table.indexes());
        return index == null
                ? null
                : new Operation.DropIndex(table.name().named(index.name()), table.name(), false, false, Span.none());
    }

    private @Nullable Operation renameIndex(Table table) {
        Index index = pick(table.indexes());
        return index == null
                ? null
                : new Operation.RenameIndex(
                        table.name().named(index.name()), table.name(), identifier("ix"), Span.none());
    }

    // ---- the rest

    private @Nullable Operation enumChange(SchemaModel model) {
        EnumType type = pick(model.enumTypes());
        if (type == null) {
            return null;
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Operation.RenameEnumValue(type.name(), type.values().getFirst(), text(), Span.none());
            case 1 -> new Operation.RenameOther(Renamed.TYPE, type.name(), identifier("mood"), Span.none());
            default ->
                model.tablesWithType(type.name()).isEmpty() ? new Operation.DropType(type.name(), Span.none()) : null;
        };
    }

    private @Nullable Operation sequenceChange(SchemaModel model) {
        Sequence sequence = pick(model.sequences());
        return sequence == null
                ? null
                : random.nextBoolean()
                        ? new Operation.DropSequence(sequence.name(), Span.none())
                        : new Operation.RenameOther(Renamed.SEQUENCE, sequence.name(), identifier("seq"), Span.none());
    }

    private @Nullable Operation viewChange(SchemaModel model) {
        View view = pick(model.views());
        return view == null
                ? null
                : switch (random.nextInt(3)) {
                    case 0 -> new Operation.DropView(view.name(), false, Span.none());
                    case 1 -> new Operation.CreateView(view.name(), "select " + random.nextInt(99), true, Span.none());
                    default -> new Operation.RenameOther(Renamed.VIEW, view.name(), identifier("view"), Span.none());
                };
    }

    private Operation object(SchemaModel model) {
        SchemaObject object = pick(model.objects());
        if (object == null || random.nextBoolean()) {
            QualifiedIdentifier name = name("fn");
            return new Operation.CreateObject(
                    "function", name, "create function " + name, "drop function " + name, false, Span.none());
        }
        return random.nextBoolean()
                ? new Operation.DropObject(object.kind(), object.name(), object.drop(), object.create(), Span.none())
                : new Operation.CreateObject(
                        object.kind(), object.name(), "create function " + text(), object.drop(), true, Span.none());
    }

    /** Raw SQL that makes a table unknown. */
    public Optional<Operation> raw(SchemaModel model) {
        return Optional.ofNullable(pick(model.tables()))
                .map(it -> new Operation.ExecuteSql(
                        "alter table " + it.name() + " engage", new Unsaid(), new Unstated(), Span.none()));
    }

    private <T> @Nullable T pick(List<T> list) {
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }

    private QualifiedIdentifier name(String word) {
        return QualifiedIdentifier.of(identifier(word));
    }

    private static Identifier derived(String prefix, QualifiedIdentifier table) {
        return new Identifier(prefix + "_" + table.name().text(), table.name().quoted());
    }

    /** One in six is quoted and has a blank in it. */
    private Identifier identifier(String word) {
        names++;
        return random.nextInt(6) == 0
                ? Identifier.exact(word + " " + names)
                : Identifier.bare(
                        random.nextBoolean() ? word + names : word.toUpperCase(java.util.Locale.ROOT) + names);
    }

    private String text() {
        names++;
        return "it's " + names;
    }
}
