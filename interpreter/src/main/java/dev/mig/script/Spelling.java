package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.source.Code;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Spells names, types and values for one database, and refuses what it cannot spell at the position being written.
 *
 * <p>Everything in here follows from the {@link SqlStyle}.
 */
final class Spelling {
    private final SqlStyle style;
    private final Drafts drafts;

    Spelling(SqlStyle style, Drafts drafts) {
        this.style = style;
        this.drafts = drafts;
    }

    String name(Identifier identifier) {
        return style.quoted(identifier);
    }

    String name(QualifiedIdentifier identifier) {
        return style.quoted(identifier);
    }

    String names(Collection<Identifier> identifiers) {
        return style.quoted(identifiers);
    }

    /** A name that something gets: the database must be able to keep the whole of it. */
    String newName(Identifier identifier) {
        if (!style.nameLimit().holds(identifier.text())) {
            drafts.refuse(
                    Code.NAME_TOO_LONG,
                    "the name \"" + identifier + "\" is too long for " + style.name() + ", which takes "
                            + style.nameLimit(),
                    "choose a shorter name");
        }
        if (!style.nameLimit().takes(identifier.text())) {
            drafts.refuse(
                    "names like \"" + identifier + "\", with a character above U+FFFF or a blank at the end",
                    "choose a name without");
        }
        return name(identifier);
    }

    String newName(QualifiedIdentifier identifier) {
        Identifier schema = identifier.schema();
        return (schema == null ? "" : name(schema) + ".") + newName(identifier.name());
    }

    // ---- types

    String type(ColumnType type) {
        TypeNames types = style.types();
        return switch (type) {
            case Plain it -> types.plain().containsKey(it) ? types.plain().get(it) : lacking(type);
            case ColumnType.Decimal(int precision, int scale) -> decimal(precision, scale);
            case ColumnType.Char(int length) -> {
                most(length, types.limits().character(), "characters in a char", "varchar(" + length + ")");
                yield types.character().formatted(length);
            }
            case ColumnType.Varchar(int length) -> {
                most(length, types.limits().varchar(), "characters in a varchar", "text");
                yield types.varchar().formatted(length);
            }
            case ColumnType.Binary(int length) -> {
                most(length, types.limits().binary(), "bytes in a binary", "blob");
                yield types.binary().formatted(length);
            }
            case ColumnType.Timestamp(int precision, boolean zone) -> timestamp(precision, zone);
            case ColumnType.Array(ColumnType element) -> array(type, element);
            case ColumnType.Enum it -> types.inlineEnum().isEmpty() ? style.quotedType(it.name()) : inlineEnum(it);
            case ColumnType.Native(String sql) -> sql;
        };
    }

    private void most(int wanted, int most, String what, String instead) {
        if (wanted > most) {
            drafts.refuse(Code.TYPE_LACKING, style.name() + " keeps at most " + most + " " + what, "write " + instead);
        }
    }

    private String decimal(int precision, int scale) {
        TypeNames.Limits limits = style.types().limits();
        int digits = Math.min(precision, limits.precision());
        most(precision, digits, "digits in a decimal", "decimal(" + digits + ", " + Math.min(scale, digits) + ")");
        most(scale, limits.scale(), "digits after the point", "decimal(" + digits + ", " + limits.scale() + ")");
        return style.types().decimal().formatted(precision, scale);
    }

    private String inlineEnum(ColumnType.Enum type) {
        if (type.values().isEmpty()) {
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    style.name() + " writes the values of type \"" + type.name()
                            + "\" into the column, and which those are is not known",
                    "create the type in a revision before, or name them: native { "
                            + style.database().word() + " '…' else '…' }");
        }
        String values = type.values().stream().map(style.literals()::string).collect(Collectors.joining(", "));
        return style.types().inlineEnum().formatted("(" + values + ")");
    }

    /** Refuses values of an enum that differ in case only, for a database that takes them for one. */
    void requireApart(List<String> values, String wayOut) {
        Map<String, String> seen = new HashMap<>();
        for (String value : values) {
            String twin = seen.putIfAbsent(value.strip().toUpperCase(Locale.ROOT), value);
            if (twin != null) {
                drafts.refuse(
                        Code.DATABASE_LACKS,
                        style.name() + " takes the values '" + twin + "' and '" + value + "' for one",
                        wayOut);
            }
        }
    }

    private String timestamp(int precision, boolean zone) {
        TypeNames types = style.types();
        int most = types.limits().fraction();
        most(precision, most, "digits of a second's fraction", "timestamp" + (zone ? "tz" : "") + "(" + most + ")");
        return (zone ? types.timestamptz() : types.timestamp()).formatted(precision);
    }

    private String array(ColumnType type, ColumnType element) {
        boolean holds = !style.types().array().isEmpty()
                && (!(element instanceof ColumnType.Enum) || style.has(Feature.ENUM_ARRAY));
        return holds ? style.types().array().formatted(type(element)) : lacking(type);
    }

    private String lacking(ColumnType type) {
        drafts.refuse(
                Code.TYPE_LACKING,
                style.name() + " has no type for " + TypeNames.portable(type),
                "name one that it has: native { " + style.database().word() + " '…' else '…' }");
        return "";
    }

    // ---- values

    /** A value inside a statement that takes no parameters: a default, for instance. */
    String literal(SqlValue value, @Nullable ColumnType type) {
        return switch (value) {
            case SqlValue.Text it
            when type == Plain.JSON ->
                style.types().jsonOfText().formatted(style.literals().of(it));
            case SqlValue.Keyword it -> keyword(it, type);
            case SqlValue.Call(QualifiedIdentifier function, String arguments) -> name(function) + arguments;
            case SqlValue.Text it -> style.literals().of(text(it, type));
            case SqlValue.Number it -> style.literals().of(it);
            case SqlValue.Bool it -> style.literals().of(it);
            case SqlValue.Null it -> style.literals().of(it);
            case SqlValue.Default it -> style.literals().of(it);
            case SqlValue.Expression it -> style.literals().of(it);
        };
    }

    /** A value in a statement that takes parameters: it is bound unless it is SQL itself. */
    void value(BoundSql.Builder sql, SqlValue value, @Nullable ColumnType type) {
        switch (value) {
            case SqlValue.Text it
            when type == Plain.JSON -> {
                String[] around = style.types().jsonOfText().split("%s", -1);
                sql.sql(around[0]).value(it).sql(around[1]);
            }
            case SqlValue.Text it -> sql.value(text(it, type));
            // With an exponent it is another type than any that a driver binds, and reads differently as text.
            case SqlValue.Number it
            when it.written().indexOf('e') >= 0 || it.written().indexOf('E') >= 0 -> sql.sql(it.written());
            case SqlValue.Number it
            when style.has(Feature.FLOATING_DECIMALS) && it.written().indexOf('.') >= 0 -> sql.sql(it.written());
            case SqlValue.Number it -> sql.value(it);
            case SqlValue.Bool it -> sql.value(it);
            case SqlValue.Null it -> sql.value(it);
            case SqlValue.Default it -> sql.sql(literal(it, type));
            case SqlValue.Keyword it -> sql.sql(literal(it, type));
            case SqlValue.Expression it -> sql.sql(literal(it, type));
            case SqlValue.Call it -> sql.sql(literal(it, type));
        }
    }

    private SqlValue.Text text(SqlValue.Text value, @Nullable ColumnType type) {
        return new SqlValue.Text(style.types().form(type).of(value.value()));
    }

    /** A column in a statement that is sent once a row. */
    Statement.Load.Column loaded(Identifier column, @Nullable ColumnType type) {
        String placeholder = type == Plain.JSON ? style.types().jsonOfText().formatted("?") : "?";
        return new Statement.Load.Column(column, placeholder, style.types().form(type));
    }

    private String keyword(SqlValue.Keyword keyword, @Nullable ColumnType type) {
        String word = style.words().get(keyword.word());
        if (word == null) {
            drafts.refuse(keyword.word().written(), "write an expression of " + style.name() + " in brackets");
            return "";
        }
        boolean now =
                word.equals("current_timestamp") && style.types().timestamp().contains("%d");
        int wanted = type instanceof ColumnType.Timestamp(int precision, boolean zone) ? precision : 6;
        return now && wanted != style.types().nowFraction() ? word + "(" + wanted + ")" : word;
    }

    String identity(Column.Identity identity) {
        BigInteger start = identity.start();
        BigInteger increment = identity.increment();
        String options = (start == null ? "" : "start with " + start)
                + (start != null && increment != null ? " " : "")
                + (increment == null ? "" : "increment by " + increment);
        return "generated " + (identity.always() ? "always" : "by default") + " as identity"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    /** The type of a column as far as the replayed schema knows it. */
    @Nullable
    ColumnType typeOf(SchemaModel schema, QualifiedIdentifier table, Identifier column) {
        String key = style.folding().key(column);
        return schema.table(table)
                .known()
                .flatMap(known -> known.columns().stream()
                        .filter(it -> style.folding().key(it.name()).equals(key))
                        .findFirst())
                .map(Column::type)
                .orElse(null);
    }
}
