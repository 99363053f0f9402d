package dev.mig.syntax.print;

import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Statement.ColumnKey;
import dev.mig.syntax.tree.Statement.ExpressionKey;
import dev.mig.syntax.tree.Statement.IndexElement;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.TypeName;
import dev.mig.syntax.tree.TypeName.Choice;
import dev.mig.syntax.tree.TypeName.Named;
import dev.mig.syntax.tree.TypeName.Native;
import dev.mig.syntax.tree.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints names, values, types, and bracketed lists. */
final class TermPrinter {
    private static final String QUOTES = "\"\"\"";

    private TermPrinter() {}

    static String of(Name name) {
        return name.quoted() ? '"' + name.text().replace("\"", "\"\"") + '"' : name.text();
    }

    static String of(QualifiedName name) {
        return name.parts().stream().map(TermPrinter::of).collect(Collectors.joining("."));
    }

    static String of(Text text) {
        return string(text.value());
    }

    static String string(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    static String of(Value value) {
        return switch (value) {
            case Value.StringValue it -> string(it.value());
            case Value.NumberValue it -> it.written();
            case Value.BooleanValue it -> Boolean.toString(it.value());
            case Value.NullValue it -> "null";
            case Value.DefaultValue it -> "default";
            case Value.WordValue it -> it.word().written();
            case Value.Expression it -> it.sql();
            case Value.Call it -> of(it.function()) + it.arguments();
        };
    }

    static String of(TypeName type) {
        return switch (type) {
            case Named it -> of(it.name()) + arguments(it.arguments()) + "[]".repeat(it.dimensions());
            case Native it -> "native " + choices(it.choices(), it.otherwise()) + "[]".repeat(it.dimensions());
        };
    }

    static String of(IndexElement element) {
        String key = switch (element.key()) {
            case ColumnKey it -> of(it.column());
            case ExpressionKey it -> of(it.expression());
        };
        String order = element.order() == null
                ? ""
                : switch (element.order()) {
                    case ASC -> " asc";
                    case DESC -> " desc";
                };
        String nulls = element.nulls() == null
                ? ""
                : switch (element.nulls()) {
                    case FIRST -> " nulls first";
                    case LAST -> " nulls last";
                };
        return key + optional(" ", element.operatorClass()) + order + nulls;
    }

    /** {@code (a, b)}. */
    static String columns(List<Name> names) {
        return '(' + names(names) + ')';
    }

    /** {@code  (a, b)} with the blank before it, or nothing where the list is empty. */
    static String optionalColumns(List<Name> names) {
        return names.isEmpty() ? "" : ' ' + columns(names);
    }

    /** {@code a, b}. */
    static String names(List<Name> names) {
        return names.stream().map(TermPrinter::of).collect(Collectors.joining(", "));
    }

    static String elements(List<IndexElement> elements) {
        return elements.stream().map(TermPrinter::of).collect(Collectors.joining(", ", "(", ")"));
    }

    static String optional(String before, @Nullable QualifiedName name) {
        return name == null ? "" : before + of(name);
    }

    static String optional(String before, @Nullable Text text) {
        return text == null ? "" : before + of(text);
    }

    static String optional(String before, Value.@Nullable Expression expression) {
        return expression == null ? "" : before + of(expression);
    }

    static String when(boolean condition, String words) {
        return condition ? words : "";
    }

    /**
     * SQL in triple quotes after a word, on one line where it can be, else indented below it so that reading it again
     * takes the indentation away.
     */
    static IntFunction<String> sql(String before, SqlText text, Layout layout) {
        String sql = text.sql();
        boolean plain = !sql.isEmpty() && !sql.contains("\n") && sql.equals(sql.strip());
        return indent -> {
            if (layout == Layout.DENSE) {
                return before + QUOTES + sql + QUOTES;
            }
            String oneLine = before + QUOTES + ' ' + sql + ' ' + QUOTES;
            if (plain && indent + oneLine.length() <= Layout.WIDTH) {
                return oneLine;
            }
            String margin = " ".repeat(indent);
            return Arrays.stream(sql.split("\n", -1))
                    .map(it -> it.isEmpty() ? it : margin + " ".repeat(Layout.STEP) + it)
                    .collect(Collectors.joining("\n", before + QUOTES + "\n", "\n" + margin + QUOTES));
        };
    }

    private static String arguments(List<Integer> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    private static String choices(List<Choice> choices, @Nullable Text otherwise) {
        if (choices.isEmpty() && otherwise != null) {
            return of(otherwise);
        }
        return choices.stream()
                .map(it -> names(it.dialects()) + ' ' + of(it.type()))
                .collect(Collectors.joining(" ", "{ ", optional(" else ", otherwise) + " }"));
    }
}
