package dev.mig.compile;

import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.source.Code;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import org.jspecify.annotations.Nullable;

/** Translates written values. */
final class Values {
    private final Names names;
    private final Variables variables;
    private final Problems problems;

    Values(Names names, Variables variables, Problems problems) {
        this.names = names;
        this.variables = variables;
        this.problems = problems;
    }

    /** In insert and update, where the word {@code default} is allowed. */
    SqlValue ofRow(Value value) {
        return value instanceof Value.DefaultValue ? new SqlValue.Default() : of(value);
    }

    SqlValue of(Value value) {
        return switch (value) {
            case Value.StringValue it -> new SqlValue.Text(variables.replaced(it.value(), it.span()));
            case Value.NumberValue it -> new SqlValue.Number(it.written());
            case Value.BooleanValue it -> new SqlValue.Bool(it.value());
            case Value.NullValue it -> new SqlValue.Null();
            case Value.DefaultValue it -> {
                problems.error(
                        Code.VALUE_MISPLACED,
                        it.span(),
                        "the value default has a meaning in insert and update only",
                        "write the value itself");
                yield new SqlValue.Null();
            }
            case Value.WordValue it -> new SqlValue.Keyword(it.word());
            case Value.Expression it -> new SqlValue.Expression(sql(it));
            case Value.Call it -> {
                QualifiedIdentifier function = names.function(it.function());
                yield new SqlValue.Call(function, variables.replaced(it.arguments(), it.span()));
            }
        };
    }

    String sql(Value.Expression expression) {
        return variables.replaced(expression.sql(), expression.span());
    }

    @Nullable
    String sqlOrNull(Value.@Nullable Expression expression) {
        return expression == null ? null : sql(expression);
    }

    String sql(SqlText text) {
        return variables.replaced(text.sql(), text.span());
    }

    String text(Text text) {
        return variables.replaced(text.value(), text.span());
    }

    @Nullable
    String textOrNull(@Nullable Text text) {
        return text == null ? null : text(text);
    }
}
