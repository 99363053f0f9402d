package dev.mig.compile;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.EnumType;
import dev.mig.model.Lookup;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.source.Code;
import dev.mig.source.Suggestions;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Translates written types to column types: portable types, enums of the schema, and a database's native types. */
final class Types {
    private static final Map<String, Plain> PLAIN = Map.ofEntries(
            Map.entry("boolean", Plain.BOOLEAN),
            Map.entry("smallint", Plain.SMALLINT),
            Map.entry("integer", Plain.INTEGER),
            Map.entry("bigint", Plain.BIGINT),
            Map.entry("real", Plain.REAL),
            Map.entry("double", Plain.DOUBLE),
            Map.entry("text", Plain.TEXT),
            Map.entry("blob", Plain.BLOB),
            Map.entry("date", Plain.DATE),
            Map.entry("time", Plain.TIME),
            Map.entry("interval", Plain.INTERVAL),
            Map.entry("uuid", Plain.UUID),
            Map.entry("json", Plain.JSON));

    private static final List<String> WITH_ARGUMENTS =
            List.of("decimal", "char", "varchar", "binary", "timestamp", "timestamptz");

    private static final int MOST_FRACTION = 6;

    /** Other words for some of them, which the parser has exchanged where they are spelled right. */
    private static final List<String> ALIASES = List.of("string", "int", "bool", "numeric", "float", "bytea");

    /** Type names from other databases, and their equivalents. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("serial", "integer identity"),
            Map.entry("bigserial", "bigint identity"),
            Map.entry("tinyint", "smallint"),
            Map.entry("datetime", "timestamp"),
            Map.entry("datetime2", "timestamp"),
            Map.entry("number", "decimal(p,s)"),
            Map.entry("money", "decimal(19,4)"),
            Map.entry("clob", "text"),
            Map.entry("longtext", "text"),
            Map.entry("mediumtext", "text"),
            Map.entry("tinytext", "text"),
            Map.entry("ntext", "text"),
            Map.entry("mediumint", "integer"),
            Map.entry("long", "bigint"),
            Map.entry("longblob", "blob"),
            Map.entry("image", "blob"),
            Map.entry("raw", "binary(n)"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("varchar2", "varchar"),
            Map.entry("jsonb", "json"),
            Map.entry("bit", "boolean"),
            Map.entry("varbinary", "binary(n)"),
            Map.entry("guid", "uuid"),
            Map.entry("uniqueidentifier", "uuid"));

    private final Names names;
    private final Values values;
    private final DatabaseChoice choice;
    private final Problems problems;

    Types(Names names, Values values, DatabaseChoice choice, Problems problems) {
        this.names = names;
        this.values = values;
        this.choice = choice;
        this.problems = problems;
    }

    ColumnType of(TypeName type, SchemaModel model) {
        return switch (type) {
            case TypeName.Named it -> array(named(it, model), it.dimensions());
            case TypeName.Native it -> array(ofDatabase(it), it.dimensions());
        };
    }

    private static ColumnType array(ColumnType element, int dimensions) {
        ColumnType type = element;
        for (int i = 0; i < dimensions; i++) {
            type = new ColumnType.Array(type);
        }
        return type;
    }

    private ColumnType ofDatabase(TypeName.Native type) {
        Text text = choice.of(type.choices(), TypeName.Choice::dialects)
                .map(TypeName.Choice::type)
                .orElse(type.otherwise());
        if (text == null) {
            problems.error(
                    Code.DATABASE_UNSERVED,
                    type.span(),
                    "this type says nothing for the database that the revision is compiled for",
                    "add else 'TYPE' before the closing brace");
            return new ColumnType.Native("?");
        }
        return new ColumnType.Native(values.text(text));
    }

    private ColumnType named(TypeName.Named type, SchemaModel model) {
        boolean bare = type.name().parts().size() == 1 && !type.name().last().quoted();
        String word = type.name().last().text().toLowerCase(Locale.ROOT);
        Optional<ColumnType> portable = bare ? portable(type, word) : Optional.empty();
        return portable.orElseGet(() -> made(type, word, model));
    }

    /** A portable type. The parser has checked the number of arguments. */
    private Optional<ColumnType> portable(TypeName.Named type, String word) {
        List<Integer> numbers = type.arguments();
        Plain plain = PLAIN.get(word);
        if (plain != null) {
            if (!numbers.isEmpty()) {
                problems.error(Code.TYPE_ARGUMENTS, type.span(), "the type " + word + " takes no number here", word);
            }
            return Optional.of(plain);
        }
        ColumnType made = switch (word) {
            case "decimal" -> decimal(type);
            case "char" -> new ColumnType.Char(numbers.isEmpty() ? 1 : atLeastOne(type, numbers.getFirst()));
            case "varchar" -> new ColumnType.Varchar(atLeastOne(type, numbers.getFirst()));
            // In SQL, binary without a length is a single byte, which nobody means.
            case "binary" ->
                numbers.isEmpty() ? Plain.BLOB : new ColumnType.Binary(atLeastOne(type, numbers.getFirst()));
            case "timestamp" -> new ColumnType.Timestamp(fraction(type), false);
            case "timestamptz" -> new ColumnType.Timestamp(fraction(type), true);
            default -> null;
        };
        return Optional.ofNullable(made);
    }

    private ColumnType decimal(TypeName.Named type) {
        List<Integer> numbers = type.arguments();
        if (numbers.isEmpty()) {
            problems.error(
                    Code.TYPE_ARGUMENTS,
                    type.span(),
                    "the type decimal needs its digits, since each database takes another number of them",
                    "decimal(12,2): 12 in all, 2 of them behind the point");
            return new ColumnType.Decimal(1, 0);
        }
        return new ColumnType.Decimal(atLeastOne(type, numbers.getFirst()), numbers.size() > 1 ? numbers.get(1) : 0);
    }

    private int atLeastOne(TypeName.Named type, int number) {
        if (number < 1) {
            problems.error(
                    Code.TYPE_ARGUMENTS,
                    type.span(),
                    "the number of a type is at least 1",
                    type.name().last().text() + "(1)");
        }
        return Math.max(1, number);
    }

    private int fraction(TypeName.Named type) {
        int digits =
                type.arguments().isEmpty() ? MOST_FRACTION : type.arguments().getFirst();
        if (digits > MOST_FRACTION) {
            problems.error(
                    Code.TYPE_ARGUMENTS,
                    type.span(),
                    "a second has at most " + MOST_FRACTION + " digits after the point",
                    "write (" + MOST_FRACTION + "), or leave it out, which means the same");
        }
        return Math.min(digits, MOST_FRACTION);
    }

    /** An enum created by revisions. */
    private ColumnType made(TypeName.Named type, String word, SchemaModel model) {
        QualifiedIdentifier name = names.qualified(type.name());
        Lookup<EnumType> known = model.enumType(name);
        return switch (known) {
            case Lookup.Known<EnumType>(EnumType made) -> {
                if (!type.arguments().isEmpty()) {
                    problems.error(
                            Code.TYPE_ARGUMENTS,
                            type.span(),
                            "the type " + name + " takes nothing in brackets",
                            name.toString());
                }
                yield new ColumnType.Enum(made.name(), made.values());
            }
            case Lookup.Unknown<EnumType> unknown when model.hasMadeEnum(name) -> new ColumnType.Enum(name, List.of());
            case Lookup.Unknown<EnumType> it -> unknown(type, name, word, model);
            case Lookup.Absent<EnumType> it -> unknown(type, name, word, model);
            case Lookup.Outside<EnumType> it -> unknown(type, name, word, model);
        };
    }

    private ColumnType unknown(TypeName.Named type, QualifiedIdentifier name, String word, SchemaModel model) {
        List<String> known = new ArrayList<>(PLAIN.keySet());
        known.addAll(WITH_ARGUMENTS);
        known.addAll(ALIASES);
        model.enumTypes().forEach(it -> known.add(it.name().toString()));
        String foreign = FOREIGN.get(word);
        String ownWords = "a type that only the database knows is written native '" + type.name() + "'";
        String like = foreign != null
                ? "write " + foreign
                : Suggestions.nearest(type.name().toString(), known)
                        .map(it -> "did you mean " + it + "?")
                        .orElseGet(() -> "the types are " + String.join(", ", new TreeSet<>(known)));
        String message = "no type is called \"" + type.name() + "\"";
        problems.error(Code.TYPE_UNKNOWN, type.span(), message, like, ownWords);
        return new ColumnType.Enum(name, List.of());
    }
}
