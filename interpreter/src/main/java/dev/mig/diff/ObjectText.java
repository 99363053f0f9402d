package dev.mig.diff;

import dev.mig.model.RawSql;
import dev.mig.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the texts of objects: whether they are the same, and whether one can replace the other. */
final class ObjectText {
    private static final Pattern REPLACES = Pattern.compile("create\\s+or\\s+replace\\s.*", Pattern.DOTALL);

    private ObjectText() {}

    /** Trailing blanks do not survive every tool. */
    static boolean isSame(SchemaObject one, SchemaObject other) {
        return lines(one.create()).equals(lines(other.create()));
    }

    private static String lines(String text) {
        return text.strip().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** With other arguments, a second function would be created next to the existing one. */
    static boolean replaces(SchemaObject wanted, SchemaObject there) {
        return REPLACES.matcher(wanted.create().strip().toLowerCase(Locale.ROOT))
                        .matches()
                && arguments(wanted.create()).equals(arguments(there.create()));
    }

    /** The contents of the first brackets in lower case; empty if there are none. */
    private static List<String> arguments(String create) {
        int depth = 0;
        List<String> arguments = new ArrayList<>();
        for (RawSql.Token token : RawSql.tokens(create)) {
            depth += token.text().equals("(") ? 1 : 0;
            if (depth > 0 && token.kind() != RawSql.Kind.BLANK && token.kind() != RawSql.Kind.COMMENT) {
                arguments.add(token.text().toLowerCase(Locale.ROOT));
            }
            if (token.text().equals(")") && --depth == 0) {
                break;
            }
        }
        return arguments;
    }
}
