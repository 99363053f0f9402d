package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import dev.mig.syntax.Dedent;
import dev.mig.syntax.Mig;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.TypeName;
import dev.mig.syntax.tree.Value.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parses a script's strings as the language would parse the same words, with the position where each is written. */
final class Written {
    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|[\\p{L}_][\\p{L}\\p{Nd}_$]*");

    private Written() {}

    static Name name(String written, Place place) {
        QualifiedName name = qualified(written, place);
        if (name.parts().size() > 1) {
            throw new ScriptError(Diagnostic.error(
                    Code.NAME_MALFORMED,
                    place.of(written),
                    "\"" + written + "\" has a dot, and a plain name is wanted",
                    "a name that holds a dot is written '\"" + written + "\"'"));
        }
        return name.last();
    }

    /** {@code name}, {@code schema.name}, and {@code "Exact Name"} in either place. */
    static QualifiedName qualified(String written, Place place) {
        Span span = place.of(written);
        List<Name> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(written);
        int at = 0;
        while (matcher.region(at, written.length()).lookingAt()) {
            String quoted = matcher.group(1);
            parts.add(
                    quoted == null
                            ? new Name(matcher.group(), false, span)
                            : new Name(quoted.replace("\"\"", "\""), true, span));
            at = matcher.end();
            if (at == written.length()) {
                return new QualifiedName(parts, span);
            }
            if (written.charAt(at) != '.') {
                break;
            }
            at++;
        }
        throw new ScriptError(Diagnostic.error(
                Code.NAME_MALFORMED,
                span,
                "\"" + written + "\" is not a name",
                "a name with other characters than letters, digits and _ is written '\"" + written.replace("\"", "\"\"")
                        + "\"'"));
    }

    /** SQL as a value: it stands in brackets. */
    static Expression expression(String written, Place place) {
        return new Expression(bracketed(written), place.of(written));
    }

    static String bracketed(String written) {
        String sql = written.strip();
        return isInBrackets(sql) ? sql : "(" + sql + ")";
    }

    /** Whether the first bracket is closed by the last. */
    private static boolean isInBrackets(String sql) {
        if (!sql.startsWith("(") || !sql.endsWith(")")) {
            return false;
        }
        int depth = 0;
        for (int at = 0; at < sql.length() - 1; at++) {
            depth += sql.charAt(at) == '(' ? 1 : sql.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    static SqlText sql(String written, Place place) {
        return new SqlText(Dedent.strip(written), place.of(written));
    }

    /** A type as it stands behind a column's name in a {@code .mig} file. */
    static TypeName type(String written, Place place) {
        Span span = place.of(written);
        Parsed<TypeName> parsed = Mig.parseType(new Source("", written));
        TypeName type = parsed.tree();
        if (type == null) {
            Diagnostic first = parsed.diagnostics().getFirst();
            throw new ScriptError(Diagnostic.error(
                    first.code(), span, first.message(), first.hints().toArray(String[]::new)));
        }
        return switch (type) {
            case TypeName.Named it -> new TypeName.Named(at(it.name(), span), it.arguments(), it.dimensions(), span);
            case TypeName.Native it ->
                new TypeName.Native(
                        it.choices().stream()
                                .map(choice -> new TypeName.Choice(
                                        choice.dialects().stream()
                                                .map(name -> at(name, span))
                                                .toList(),
                                        new Text(choice.type().value(), span)))
                                .toList(),
                        it.otherwise() == null ? null : new Text(it.otherwise().value(), span),
                        it.dimensions(),
                        span);
        };
    }

    private static QualifiedName at(QualifiedName name, Span span) {
        return new QualifiedName(name.parts().stream().map(it -> at(it, span)).toList(), span);
    }

    private static Name at(Name name, Span span) {
        return new Name(name.text(), name.quoted(), span);
    }

    static <E extends Enum<E>> E word(String written, Class<E> type, Call call, String what) {
        List<String> known = Stream.of(type.getEnumConstants())
                .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        int at = known.indexOf(written.toLowerCase(Locale.ROOT));
        if (at < 0) {
            String all = "it is one of " + String.join(", ", known);
            throw call.wrong(
                    call.place().of(written),
                    what + " cannot be \"" + written + "\"",
                    Suggestions.nearest(written, known)
                            .map(it -> "did you mean \"" + it + "\"? " + all)
                            .orElse(all));
        }
        return type.getEnumConstants()[at];
    }
}
