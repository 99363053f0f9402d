package dev.mig.js;

import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * JavaScript literals in generated scripts: strings, names, values, options. The counterpart for reading is {@link
 * Written}.
 */
final class JsLiterals {
    private static final BigInteger EXACT = BigInteger.TWO.pow(53);

    /** The number of digits that a double always preserves. */
    private static final int EXACT_DIGITS = 15;

    private JsLiterals() {}

    /** In single quotes, or in double ones where that spares a backslash. */
    static String string(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        String inside = text.chars()
                .mapToObj(it -> it == quote ? "\\" + quote : inString((char) it))
                .collect(Collectors.joining());
        return quote + inside + quote;
    }

    private static String inString(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            case '\u2028', '\u2029' -> escaped(c);
            default -> Character.isISOControl(c) ? escaped(c) : String.valueOf(c);
        };
    }

    private static String escaped(char c) {
        return "\\u%04x".formatted((int) c);
    }

    /** SQL of which the layout around it is taken away again: several lines stand below each other. */
    static String sql(String sql) {
        if (!sql.contains("\n") || sql.indexOf('\r') >= 0) {
            return string(sql);
        }
        String escaped = sql.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${");
        return "`\n" + indented(escaped) + "\n`";
    }

    static String indented(String text) {
        return text.lines().map(it -> it.isEmpty() ? it : "  " + it).collect(Collectors.joining("\n"));
    }

    static String name(Name name) {
        return string(said(name));
    }

    static String name(QualifiedName name) {
        return string(name.parts().stream().map(JsLiterals::said).collect(Collectors.joining(".")));
    }

    private static String said(Name name) {
        return name.quoted() ? '"' + name.text().replace("\"", "\"\"") + '"' : name.text();
    }

    /** One of them alone needs no array. */
    static String names(List<Name> names) {
        return names.size() == 1
                ? name(names.getFirst())
                : names.stream().map(JsLiterals::name).collect(Collectors.joining(", ", "[", "]"));
    }

    static String texts(List<Text> texts) {
        return texts.stream().map(it -> string(it.value())).collect(Collectors.joining(", ", "[", "]"));
    }

    /** SQL without the brackets that it is given again, unless they would not be the same ones. */
    static String expression(Value.Expression expression) {
        String sql = expression.sql();
        String inner = sql.substring(1, sql.length() - 1);
        return string(Written.bracketed(inner).equals(sql) ? inner : sql);
    }

    static String value(Value value) {
        return switch (value) {
            case Value.StringValue it -> string(it.value());
            case Value.NumberValue it -> number(it);
            case Value.BooleanValue it -> Boolean.toString(it.value());
            case Value.NullValue it -> "null";
            case Value.DefaultValue it -> "op.defaultValue()";
            case Value.WordValue it -> "op." + ValueWriting.camel(it.word().name()) + "()";
            case Value.Expression it -> "op.expression(" + raw(it) + ")";
            case Value.Call it -> "op.expression(" + raw(it) + ")";
        };
    }

    /** A string that holds SQL, or a literal as SQL has it. */
    static String raw(Value value) {
        return value instanceof Value.Expression expression ? expression(expression) : string(MigPrinter.print(value));
    }

    /** A number that JavaScript has otherwise than it is written, {@code 1.50}, is left to the database. */
    private static String number(Value.NumberValue number) {
        String written = number.written();
        BigDecimal value = number.value();
        if (written.matches("-?\\d+")) {
            return whole(value.toBigInteger());
        }
        boolean kept = written.matches("-?\\d+\\.\\d*[1-9]") && value.precision() <= EXACT_DIGITS && value.scale() <= 6;
        return kept ? written : "op.expression('" + written + "')";
    }

    static String whole(BigInteger number) {
        return number.abs().compareTo(EXACT) <= 0 ? number.toString() : number + "n";
    }

    static String word(Enum<?> word) {
        return string(word.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
