package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.syntax.tree.TableItem.Storage;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Column definitions for MySQL and MariaDB, which must be restated in full for any change so that nothing is lost.
 */
final class MysqlColumns {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;

    MysqlColumns(SqlStyle style, Spelling spelling, Drafts drafts) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
    }

    /** @param neverNull whether it takes no null whatever it says itself */
    String definition(Column column, boolean neverNull) {
        StringBuilder sql =
                new StringBuilder(spelling.newName(column.name())).append(" ").append(spelling.type(column.type()));
        Identifier collation = column.collation();
        if (collation == null && column.type() instanceof ColumnType.Enum(var name, var values)) {
            spelling.requireApart(
                    values, "give column \"" + column.name() + "\" a collation that does not: collate \"utf8mb4_bin\"");
        }
        if (collation != null) {
            sql.append(" collate ").append(spelling.name(collation));
        }
        Column.Generated generated = column.generated();
        if (generated != null) {
            sql.append(" generated always as ").append(generated.expression());
            sql.append(generated.storage() == Storage.STORED ? " stored" : " virtual");
        }
        sql.append(nullability(column, neverNull));
        if (column.identity() != null) {
            sql.append(identity(column.identity()));
        } else if (column.defaultValue() != null) {
            sql.append(" default ").append(defaultValue(column.defaultValue(), column.type()));
        }
        if (column.comment() != null) {
            sql.append(" comment ").append(style.literals().string(column.comment()));
        }
        return sql.toString();
    }

    private String nullability(Column column, boolean neverNull) {
        boolean notNull = column.notNull() || neverNull || column.identity() != null;
        if (!notNull) {
            // An older server makes a timestamp without attributes not null and self-updating.
            return column.type() instanceof ColumnType.Timestamp(int precision, boolean zone) && zone ? " null" : "";
        }
        if (column.generated() != null && !style.has(Feature.GENERATED_NOT_NULL)) {
            drafts.refuse(
                    Feature.GENERATED_NOT_NULL,
                    "leave \"not null\" out, and add check (" + column.name() + " is not null)");
        }
        return " not null";
    }

    private String identity(Column.Identity identity) {
        if (identity.always()) {
            drafts.refuse("identities that are always generated", "leave \"always\" out for this database");
        }
        if (identity.increment() != null && !identity.increment().equals(BigInteger.ONE)) {
            drafts.refuse(
                    "increment of a single identity",
                    "leave \"increment\" out for this database: auto_increment_increment of the server is for all");
        }
        return " auto_increment";
    }

    /** An option of the table: where its identity begins; empty where nobody said. */
    String identityStart(Column column) {
        BigInteger start = column.identity() == null ? null : column.identity().start();
        return start == null ? "" : "auto_increment = " + start;
    }

    String defaultValue(SqlValue value, @Nullable ColumnType type) {
        String sql = spelling.literal(value, type);
        return switch (value) {
            case SqlValue.Keyword it
            when type instanceof ColumnType.Timestamp && sql.startsWith("current_timestamp") -> sql;
            case SqlValue.Keyword it -> "(" + sql + ")";
            case SqlValue.Call it -> "(" + sql + ")";
            case SqlValue.Text it -> isText(type) && !style.has(Feature.PLAIN_TEXT_DEFAULT) ? "(" + sql + ")" : sql;
            case SqlValue.Number it -> isText(type) && !style.has(Feature.PLAIN_TEXT_DEFAULT) ? "(" + sql + ")" : sql;
            case SqlValue.Bool it -> isText(type) && !style.has(Feature.PLAIN_TEXT_DEFAULT) ? "(" + sql + ")" : sql;
            case SqlValue.Null it -> sql;
            case SqlValue.Default it -> sql;
            case SqlValue.Expression it -> sql;
        };
    }

    /** Kept beside the row: no key takes the whole of it. */
    static boolean isText(@Nullable ColumnType type) {
        return type == Plain.TEXT || type == Plain.BLOB || type == Plain.JSON;
    }

    /** There is at most one identity, and a key that begins with it. */
    void requireKeyOfIdentity(Table table) {
        List<Column> identities =
                table.columns().stream().filter(it -> it.identity() != null).toList();
        if (identities.size() > 1) {
            drafts.refuse(
                    "second identity in one table",
                    "let \"" + identities.get(1).name() + "\" be filled by "
                            + (style.has(Feature.SEQUENCE) ? "a sequence" : "a trigger"));
        }
        for (Column column : identities) {
            if (!beginsAKey(column.name(), table)) {
                drafts.refuse(
                        "identity without a key that begins with it",
                        "make \"" + column.name() + "\" the primary key, or add unique (" + column.name()
                                + ") in the same statement");
            }
        }
    }

    private boolean beginsAKey(Identifier column, Table table) {
        return table.constraints().stream().anyMatch(it -> switch (it) {
                    case Constraint.PrimaryKey key -> same(key.columns().getFirst(), column);
                    case Constraint.Unique key -> same(key.columns().getFirst(), column);
                    case Constraint.Check check -> false;
                    case Constraint.ForeignKey key -> same(key.columns().getFirst(), column);
                })
                || table.indexes().stream()
                        .anyMatch(it -> it.elements().getFirst().key() instanceof Index.ColumnKey(Identifier first)
                                && same(first, column));
    }

    /** @param unique whether the key is there to tell rows apart, for which a digest of the text does as well */
    void requireNoText(Table table, List<Identifier> columns, boolean unique) {
        if (style.has(Feature.UNIQUE_TEXT) && unique) {
            return;
        }
        for (Identifier name : columns) {
            Column column = table.column(name, style.folding()).orElse(null);
            if (column != null && isText(column.type())) {
                drafts.refuse(
                        "keys and indexes over the whole of a " + TypeNames.portable(column.type()) + " like \""
                                + column.name() + "\"",
                        "make it a " + (column.type() == Plain.BLOB ? "binary(n)" : "varchar(n)")
                                + ": 768 characters are the most that an index takes");
            }
        }
    }

    private boolean same(Identifier one, Identifier other) {
        return style.folding().same(one, other);
    }
}
