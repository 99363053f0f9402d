package dev.mig.compile;

import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.EnumType;
import dev.mig.model.Lookup;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.source.Code;
import dev.mig.source.Suggestions;
import dev.mig.syntax.Text;
import dev.mig.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes column types of written ones: the words of the type table, enums of the schema, and a database's own words. */
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

    /** What people type who come from another database, and what it is called here. */
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
            Map.entry("nvarchar", "varchar"),
            Map.entry("varchar2", "varchar"),
            Map.entry("jsonb", "json"),
            Map.entry("bit", "boolean"),
            Map.entry("varbinary", "binary(n)"),
            Map.entry("guid", "uuid"),
            Map.entry("uniqueidentifier", "uuid"));

    private final Names names;
    private final Values values;
    private final Choice choice;
    private final Problems problems;

    Types(Names names, Values values, Choice choice, Problems problems) {
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
        if (bare) {
            Plain plain = PLAIN.get(word);
            if (plain != null) {
                expect(type, word, 0, 0);
                return plain;
            }
            switch (word) {
                case "decimal" -> {
                    return decimal(type);
                }
                case "char" -> {
                    return expect(type, word, 0, 1)
                            ? new ColumnType.Char(type.arguments().isEmpty() ? 1 : length(type))
                            : new ColumnType.Char(1);
                }
                case "varchar" -> {
                    return !expect(type, word, 0, 1) || type.arguments().isEmpty()
                            ? Plain.TEXT
                            : new ColumnType.Varchar(length(type));
                }
                case "binary" -> {
                    return expect(type, word, 1, 1) ? new ColumnType.Binary(length(type)) : Plain.BLOB;
                }
                case "timestamp", "timestamptz" -> {
                    return timestamp(type, word);
                }
                default -> {
                    // A type that somebody made, or nobody.
                }
            }
        }
        QualifiedIdentifier name = names.qualified(type.name());
        Lookup<EnumType> known = model.enumType(name);
        return switch (known) {
            case Lookup.Known<EnumType>(EnumType made) -> {
                if (!type.arguments().isEmpty()) {
                    problems.error(Code.TYPE_ARGUMENTS, type.span(), "the type " + name + " takes nothing in brackets");
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
        model.enumTypes().forEach(it -> known.add(it.name().toString()));
        String foreign = FOREIGN.get(word);
        String ownWords = "a type that only the database knows is written native '" + type.name() + "'";
        String like = foreign != null
                ? "write " + foreign
                : Suggestions.nearest(type.name().toString(), known)
                        .map(it -> "did you mean " + it + "?")
                        .orElse(null);
        String message = "no type is called \"" + type.name() + "\"";
        if (like == null) {
            problems.error(Code.TYPE_UNKNOWN, type.span(), message, ownWords);
        } else {
            problems.error(Code.TYPE_UNKNOWN, type.span(), message, like, ownWords);
        }
        return new ColumnType.Enum(name, List.of());
    }

    private boolean expect(TypeName.Named type, String word, int least, int most) {
        int count = type.arguments().size();
        if (count >= least && count <= most) {
            return true;
        }
        String message = most == 0
                ? "the type " + word + " takes nothing in brackets"
                : count < least
                        ? "the type " + word + " needs a number in brackets"
                        : "the type " + word + " takes one number in brackets";
        String hint = word.equals("binary")
                ? "write binary(16) for 16 bytes, or blob"
                : most == 0 ? "write " + word : "write " + word + "(" + Math.max(1, first(type)) + ")";
        problems.error(Code.TYPE_ARGUMENTS, type.span(), message, hint);
        return false;
    }

    private static int first(TypeName.Named type) {
        return type.arguments().isEmpty() ? 1 : type.arguments().getFirst();
    }

    private int length(TypeName.Named type) {
        int length = first(type);
        if (length < 1) {
            problems.error(Code.TYPE_ARGUMENTS, type.span(), "a length is at least 1");
            return 1;
        }
        return length;
    }

    private ColumnType decimal(TypeName.Named type) {
        List<Integer> arguments = type.arguments();
        if (arguments.isEmpty() || arguments.size() > 2) {
            problems.error(
                    Code.TYPE_ARGUMENTS,
                    type.span(),
                    "decimal says how many digits it has, and how many of them stand after the point",
                    "write decimal(12,2)");
            return new ColumnType.Decimal(12, 2);
        }
        int precision = arguments.getFirst();
        int scale = arguments.size() > 1 ? arguments.get(1) : 0;
        if (precision < 1 || scale < 0 || scale > precision) {
            problems.error(
                    Code.TYPE_ARGUMENTS,
                    type.span(),
                    "decimal(" + precision + "," + scale + ") cannot be",
                    "the first number counts all digits, at least 1, the second those after the point, at most as many");
            return new ColumnType.Decimal(12, 2);
        }
        return new ColumnType.Decimal(precision, scale);
    }

    private ColumnType timestamp(TypeName.Named type, String word) {
        boolean zone = word.equals("timestamptz");
        if (!expect(type, word, 0, 1) || type.arguments().isEmpty()) {
            return new ColumnType.Timestamp(6, zone);
        }
        int precision = first(type);
        if (precision < 0 || precision > 6) {
            problems.error(
                    Code.TYPE_ARGUMENTS,
                    type.span(),
                    "a " + word + " has 0 to 6 digits of a second",
                    "write " + word + "(6)");
            return new ColumnType.Timestamp(6, zone);
        }
        return new ColumnType.Timestamp(precision, zone);
    }
}
