package dev.mig.jdbc.inspect;

import dev.mig.compile.GeneratedNames;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.syntax.tree.TableItem.Deferrable;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import dev.mig.syntax.tree.TableItem.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A {@code create table} that SQLite keeps, read back: the only place where it keeps checks, collations, the names of
 * constraints and how a column is generated. A constraint without a name gets the one of the fixed rule.
 *
 * <p>Passed over: what happens on a conflict.
 */
final class SqliteTable {
    private static final Set<String> TABLE_CONSTRAINT = Set.of("constraint", "primary", "unique", "check", "foreign");

    /** What ends the type of a column. */
    private static final Set<String> AFTER_TYPE = Set.of(
            ",",
            ")",
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as");

    private final SqlCursor sql;
    private final TableParts table;
    private final List<Draft> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private final BiFunction<Identifier, List<String>, QualifiedIdentifier> enums;

    private SqliteTable(String sql, TableParts table, BiFunction<Identifier, List<String>, QualifiedIdentifier> enums) {
        this.sql = new SqlCursor(sql);
        this.table = table;
        this.enums = enums;
    }

    /**
     * @param enums gives the enum of a column, with its values, a name
     * @throws SqlCursor.Unreadable where it is no such statement
     */
    static void read(String sql, TableParts table, BiFunction<Identifier, List<String>, QualifiedIdentifier> enums) {
        SqliteTable reading = new SqliteTable(sql, table, enums);
        reading.read();
        reading.columns.forEach(it -> table.add(it.column()));
        reading.constraints.forEach(table::add);
    }

    private void read() {
        while (!sql.isSign("(")) {
            sql.next();
        }
        sql.expect("(");
        do {
            if (TABLE_CONSTRAINT.contains(sql.word())) {
                tableConstraint();
            } else {
                column();
            }
            // Commas between the constraints of a table may be left out.
            while (TABLE_CONSTRAINT.contains(sql.word())) {
                tableConstraint();
            }
        } while (sql.take(","));
        sql.expect(")");
        String options = sql.until(Set.of(";")).toLowerCase(Locale.ROOT);
        if (!options.isBlank()) {
            table.option(options);
        }
    }

    // ---- columns

    private void column() {
        Identifier name = name(sql.name());
        Draft draft = new Draft(name, SqliteTypes.of(sql.until(AFTER_TYPE)));
        while (!sql.isSign(",") && !sql.isSign(")")) {
            Identifier constraint = sql.takeWords("constraint") ? name(sql.name()) : null;
            columnConstraint(draft, constraint);
        }
        columns.add(draft);
    }

    private static final class Draft {
        private final Identifier name;
        private ColumnType type;
        private boolean notNull;
        private boolean counts;
        private @Nullable SqlValue defaultValue;
        private Column.@Nullable Generated generated;
        private @Nullable Identifier collation;

        Draft(Identifier name, ColumnType type) {
            this.name = name;
            this.type = type;
        }

        Column column() {
            return new Column(
                    name,
                    // Declared as integer, since nothing else counts, and as wide as any.
                    counts ? ColumnType.Plain.BIGINT : type,
                    notNull,
                    defaultValue,
                    counts ? Column.Identity.PLAIN : null,
                    generated,
                    null,
                    collation);
        }
    }

    private void columnConstraint(Draft column, @Nullable Identifier name) {
        List<Identifier> itself = List.of(column.name);
        if (sql.takeWords("primary", "key")) {
            if (!sql.takeWords("asc")) {
                sql.takeWords("desc");
            }
            conflict();
            column.counts = sql.takeWords("autoincrement");
            primaryKey(name, itself);
        } else if (sql.takeWords("not", "null")) {
            column.notNull = true;
            conflict();
        } else if (sql.takeWords("null")) {
            conflict();
        } else if (sql.takeWords("unique")) {
            conflict();
            unique(name, itself);
        } else if (sql.takeWords("check")) {
            columnCheck(column, name, Brackets.around(sql.bracketed()));
        } else if (sql.takeWords("default")) {
            column.defaultValue = DefaultText.read(value(), column.type);
        } else if (sql.takeWords("collate")) {
            column.collation = name(sql.name());
        } else if (sql.takeWords("references")) {
            references(name, itself);
        } else if (sql.takeWords("generated", "always", "as") || sql.takeWords("as")) {
            String expression = Brackets.around(sql.bracketed());
            boolean stored = sql.takeWords("stored");
            if (!stored) {
                sql.takeWords("virtual");
            }
            column.generated = new Column.Generated(expression, stored ? Storage.STORED : Storage.VIRTUAL);
        } else {
            throw new SqlCursor.Unreadable("no constraint of a column: " + sql.next());
        }
    }

    /** An enum is a text with a nameless check of its values; any other check is one. */
    private void columnCheck(Draft column, @Nullable Identifier name, String condition) {
        List<String> values = name == null && column.type == ColumnType.Plain.TEXT
                ? SqliteEnum.values(condition, column.name)
                : List.of();
        if (!values.isEmpty()) {
            column.type = new ColumnType.Enum(enums.apply(column.name, values), values);
            return;
        }
        Identifier made = name != null
                ? name
                : GeneratedNames.free(GeneratedNames.columnCheck(table.name(), column.name), this::isTaken);
        constraints.add(new Constraint.Check(made, condition));
    }

    private String value() {
        if (sql.isSign("(")) {
            return sql.bracketed();
        }
        String first = sql.next();
        return first.equals("-") || first.equals("+") || first.equalsIgnoreCase("x")
                ? number(first + sql.next())
                : number(first);
    }

    /** A number has several tokens, separated by its point and the sign of its exponent. */
    private String number(String begun) {
        StringBuilder number = new StringBuilder(begun);
        boolean digits = begun.chars().anyMatch(Character::isDigit) && !begun.startsWith("'");
        while ((digits && sql.isSign(".")) || number.toString().endsWith(".")) {
            number.append(sql.next());
        }
        if (digits && number.toString().matches("[-+]?[0-9.]+[eE]")) {
            number.append(sql.next()).append(sql.next());
        }
        return number.toString();
    }

    private void conflict() {
        if (sql.takeWords("on", "conflict")) {
            sql.next();
        }
    }

    // ---- constraints

    private void tableConstraint() {
        Identifier name = sql.takeWords("constraint") ? name(sql.name()) : null;
        if (sql.takeWords("primary", "key")) {
            tablePrimaryKey(name, sql.bracketed());
            conflict();
        } else if (sql.takeWords("unique")) {
            unique(name, names(sql.names()));
            conflict();
        } else if (sql.takeWords("check")) {
            Identifier made = name != null ? name : GeneratedNames.tableCheck(table.name(), this::isTaken);
            constraints.add(new Constraint.Check(made, Brackets.around(sql.bracketed())));
            conflict();
        } else if (sql.takeWords("foreign", "key")) {
            List<Identifier> columns = names(sql.names());
            if (!sql.takeWords("references")) {
                throw new SqlCursor.Unreadable("a foreign key refers to nothing");
            }
            references(name, columns);
        } else {
            throw new SqlCursor.Unreadable("no constraint of a table: " + sql.next());
        }
    }

    private void tablePrimaryKey(@Nullable Identifier name, String bracketed) {
        SqlCursor inside = new SqlCursor(bracketed);
        List<Identifier> columns = names(inside.names());
        primaryKey(name, columns);
        if (bracketed.toLowerCase(Locale.ROOT).matches("(?s).*\\sautoincrement\\s*\\)")) {
            this.columns.stream()
                    .filter(it -> Folding.IGNORED.same(it.name, columns.getFirst()))
                    .forEach(it -> it.counts = true);
        }
    }

    private void primaryKey(@Nullable Identifier name, List<Identifier> columns) {
        constraints.add(
                new Constraint.PrimaryKey(name != null ? name : GeneratedNames.primaryKey(table.name()), columns));
    }

    private void unique(@Nullable Identifier name, List<Identifier> columns) {
        constraints.add(new Constraint.Unique(
                name != null ? name : GeneratedNames.free(GeneratedNames.unique(table.name(), columns), this::isTaken),
                columns));
    }

    private void references(@Nullable Identifier name, List<Identifier> columns) {
        QualifiedIdentifier target = QualifiedIdentifier.of(name(sql.name()));
        List<Identifier> targetColumns = sql.isSign("(") ? names(sql.names()) : List.of();
        ReferenceAction onDelete = null;
        ReferenceAction onUpdate = null;
        Deferrable deferrable = null;
        while (true) {
            if (sql.takeWords("on", "delete")) {
                onDelete = action();
            } else if (sql.takeWords("on", "update")) {
                onUpdate = action();
            } else if (sql.takeWords("match")) {
                sql.next();
            } else if (sql.takeWords("not", "deferrable")) {
                deferral();
            } else if (sql.takeWords("deferrable")) {
                deferrable = deferral();
            } else {
                break;
            }
        }
        Identifier made = name != null
                ? name
                : GeneratedNames.free(GeneratedNames.foreignKey(table.name(), columns, target), this::isTaken);
        constraints.add(
                new Constraint.ForeignKey(made, columns, target, targetColumns, onDelete, onUpdate, deferrable));
    }

    private @Nullable ReferenceAction action() {
        String words = sql.next();
        boolean two = words.equalsIgnoreCase("set") || words.equalsIgnoreCase("no");
        return KeyParts.action(two ? words + " " + sql.next() : words);
    }

    private Deferrable deferral() {
        if (!sql.takeWords("initially")) {
            return Deferrable.UNSTATED;
        }
        return sql.next().equalsIgnoreCase("deferred") ? Deferrable.INITIALLY_DEFERRED : Deferrable.UNSTATED;
    }

    private boolean isTaken(Identifier name) {
        return constraints.stream().anyMatch(it -> Folding.IGNORED.same(it.name(), name));
    }

    private static Identifier name(String stored) {
        return Folding.IGNORED.stored(stored);
    }

    private static List<Identifier> names(List<String> stored) {
        return stored.stream().map(SqliteTable::name).toList();
    }
}
