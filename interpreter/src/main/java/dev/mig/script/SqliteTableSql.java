package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.syntax.tree.TableItem.Storage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table in SQLite's SQL: an identity is an autoincrement key, an enum is text with a check, and key columns are
 * explicitly not null, because SQLite would allow null.
 */
final class SqliteTableSql {
    /** Programs may add others, and each has to: https://www.sqlite.org/datatype3.html#collation. */
    private static final Set<String> COLLATIONS = Set.of("binary", "nocase", "rtrim");

    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;
    private final TableSql standard;

    SqliteTableSql(SqlStyle style, Drafts drafts) {
        this.style = style;
        this.drafts = drafts;
        this.spelling = new Spelling(style, drafts);
        this.standard = new TableSql(style, spelling, drafts);
    }

    void create(Operation.CreateTable operation) {
        Table table = operation.table();
        drafts.structure(text(table, operation.ifNotExists(), operation.span()));
        for (Column column : table.columns()) {
            start(table, column).ifPresent(drafts::structure);
        }
        if (table.comment() != null) {
            drafts.leaveOut(Feature.COMMENT);
        }
        DefinitionSpans places = DefinitionSpans.in(operation.span());
        for (Column column : table.columns()) {
            if (column.comment() != null) {
                drafts.at(places.of(column.name()));
                drafts.leaveOut(Feature.COMMENT);
            }
        }
    }

    /** The statement that creates a table. */
    String text(Table table, boolean ifNotExists, Span span) {
        boolean strict = isStrict(table);
        List<String> lines = new ArrayList<>();
        DefinitionSpans places = DefinitionSpans.in(span);
        for (Column column : table.columns()) {
            drafts.at(places.of(column.name()));
            lines.add(spelling.newName(column.name()) + " " + definition(column, table, strict));
        }
        for (Constraint constraint : table.constraints()) {
            if (!isInline(constraint, table)) {
                drafts.at(places.of(constraint.name()));
                lines.add(standard.constraint(constraint));
            }
        }
        drafts.at(span);
        return "create table " + StandardSql.ifNotExists(ifNotExists) + spelling.newName(table.name()) + " (\n  "
                + String.join(",\n  ", lines) + "\n)"
                + (table.options().isEmpty() ? "" : " " + String.join(", ", table.options()));
    }

    static boolean isStrict(Table table) {
        return table.options().stream()
                .anyMatch(it -> SqliteTokens.of(it).stream().anyMatch(token -> token.isWord("strict")));
    }

    /** The key of an identity stands with its column. */
    private boolean isInline(Constraint constraint, Table table) {
        return constraint instanceof Constraint.PrimaryKey key
                && key.columns().size() == 1
                && table.column(key.columns().getFirst(), style.folding())
                        .filter(it -> it.identity() != null)
                        .isPresent();
    }

    /**
     * Everything about a column but its name.
     *
     * @param table that it is in, with its constraints
     */
    String definition(Column column, Table table, boolean strict) {
        StringBuilder sql = new StringBuilder(type(column, strict));
        Identifier collation = column.collation();
        if (collation != null) {
            if (!COLLATIONS.contains(style.folding().key(collation))) {
                drafts.refuse(
                        "collation \"" + collation + "\"",
                        "it has binary, nocase and rtrim: leave the others out for this database");
            }
            sql.append(" collate ").append(spelling.name(collation));
        }
        if (column.identity() != null) {
            return sql.append(identity(column, column.identity(), table)).toString();
        }
        SqlValue value = column.defaultValue();
        if (value != null) {
            sql.append(" default ").append(defaultValue(value, column.type()));
        }
        Column.Generated generated = column.generated();
        if (generated != null) {
            Storage storage = generated.storage();
            sql.append(" generated always as ")
                    .append(generated.expression())
                    .append(storage == null ? "" : " " + storage.name().toLowerCase(Locale.ROOT));
        }
        boolean key = generated == null && table.isNeverNull(column, style.folding());
        sql.append(column.notNull() || key ? " not null" : "");
        String check = check(column.name(), column.type());
        return sql.append(check == null ? "" : " check " + check).toString();
    }

    private String type(Column column, boolean strict) {
        if (column.identity() != null) {
            return "integer";
        }
        String type = spelling.type(column.type());
        return strict ? SqliteTypes.strict(type) : type;
    }

    private String identity(Column column, Column.Identity identity, Table table) {
        BigInteger increment = identity.increment();
        if (increment != null && !increment.equals(BigInteger.ONE)) {
            drafts.refuse("identity that counts in steps of " + increment, "leave \"increment\" out for this database");
        }
        if (identity.always()) {
            drafts.refuse("identity that takes no other value", "leave \"always\" out for this database");
        }
        List<Identifier> key =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        if (key.size() != 1 || !style.folding().same(key.getFirst(), column.name())) {
            drafts.refuse(Code.DATABASE_LACKS, SqliteTypes.ONLY_KEYS, SqliteTypes.KEY_WAY_OUT.formatted(column.name()));
            return "";
        }
        return " constraint "
                + spelling.newName(table.primaryKey().orElseThrow().name()) + " primary key autoincrement";
    }

    /** An expression needs brackets there, and a call is one. */
    String defaultValue(SqlValue value, @Nullable ColumnType type) {
        String sql = spelling.literal(value, type);
        return value instanceof SqlValue.Call ? "(" + sql + ")" : sql;
    }

    /** What stands for an enum's values, with its brackets; null for any other type. */
    @Nullable
    String check(Identifier column, ColumnType type) {
        if (!(type instanceof ColumnType.Enum it) || it.values().isEmpty()) {
            return null;
        }
        return "(" + spelling.name(column) + " in ("
                + it.values().stream().map(style.literals()::string).collect(Collectors.joining(", ")) + "))";
    }

    /** SQLite counts on from what stands in a table of its own. */
    private Optional<String> start(Table table, Column column) {
        Column.Identity identity = column.identity();
        BigInteger start = identity == null ? null : identity.start();
        if (start == null || start.equals(BigInteger.ONE)) {
            return Optional.empty();
        }
        String name = style.literals().string(table.name().name().text());
        return Optional.of("insert into sqlite_sequence (name, seq) select " + name + ", "
                + start.subtract(BigInteger.ONE) + " where not exists (select 1 from sqlite_sequence where name = "
                + name + ")");
    }
}
