package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Consumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds the values of defaults, rows, assignments and index keys. */
final class ValueBuilder extends MigParserBaseVisitor<Value> {
    /** More digits than any database supports. */
    private static final int LONGEST_INTEGER = 40;

    private final LeafBuilder leaves;
    private final Consumer<Diagnostic> problems;

    ValueBuilder(LeafBuilder leaves, Consumer<Diagnostic> problems) {
        this.leaves = leaves;
        this.problems = problems;
    }

    Value value(ParserRuleContext ctx) {
        return ctx.accept(this);
    }

    /** A whole number, with its sign. */
    @Nullable
    BigInteger integer(MigParser.@Nullable IntegerContext ctx) {
        if (ctx == null) {
            return null;
        }
        String written = ctx.getText();
        if (written.length() > LONGEST_INTEGER || !written.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
            problems.accept(Diagnostic.error(
                    Code.NUMBER,
                    leaves.span(ctx),
                    "a whole number of at most " + LONGEST_INTEGER + " digits is wanted here",
                    "such as 1 or 1000"));
            return BigInteger.ONE;
        }
        return new BigInteger(written);
    }

    @Override
    public Value visitStringValue(MigParser.StringValueContext ctx) {
        Text text = leaves.text(ctx.text());
        return new Value.StringValue(text.value(), text.span());
    }

    @Override
    public Value visitNumberValue(MigParser.NumberValueContext ctx) {
        String sign = ctx.MINUS() == null ? "" : "-";
        return new Value.NumberValue(sign + ctx.NUMBER().getText(), leaves.span(ctx));
    }

    @Override
    public Value visitBooleanValue(MigParser.BooleanValueContext ctx) {
        return new Value.BooleanValue(ctx.TRUE() != null, leaves.span(ctx));
    }

    @Override
    public Value visitNullValue(MigParser.NullValueContext ctx) {
        return new Value.NullValue(leaves.span(ctx));
    }

    @Override
    public Value visitCurrentTimestamp(MigParser.CurrentTimestampContext ctx) {
        return new Value.WordValue(Value.Word.CURRENT_TIMESTAMP, leaves.span(ctx));
    }

    @Override
    public Value visitCurrentDate(MigParser.CurrentDateContext ctx) {
        return new Value.WordValue(Value.Word.CURRENT_DATE, leaves.span(ctx));
    }

    @Override
    public Value visitCurrentTime(MigParser.CurrentTimeContext ctx) {
        return new Value.WordValue(Value.Word.CURRENT_TIME, leaves.span(ctx));
    }

    @Override
    public Value visitRowLiteral(MigParser.RowLiteralContext ctx) {
        return value(ctx.literal());
    }

    @Override
    public Value visitRowDefault(MigParser.RowDefaultContext ctx) {
        return new Value.DefaultValue(leaves.span(ctx));
    }

    @Override
    public Value visitRowCall(MigParser.RowCallContext ctx) {
        return wordOrRefused(call(ctx.qualifiedName(), ctx.RAW().getSymbol()));
    }

    @Override
    public Value visitRowExpression(MigParser.RowExpressionContext ctx) {
        return rawExpression(ctx.RAW().getSymbol());
    }

    @Override
    public Value visitAssignedLiteral(MigParser.AssignedLiteralContext ctx) {
        return value(ctx.literal());
    }

    @Override
    public Value visitAssignedDefault(MigParser.AssignedDefaultContext ctx) {
        return new Value.DefaultValue(leaves.span(ctx));
    }

    @Override
    public Value visitAssignedCall(MigParser.AssignedCallContext ctx) {
        return wordOrRefused(call(ctx.qualifiedName(), ctx.callArguments()));
    }

    @Override
    public Value visitAssignedExpression(MigParser.AssignedExpressionContext ctx) {
        return leaves.expression(ctx.expression());
    }

    @Override
    public Value visitDefaultLiteral(MigParser.DefaultLiteralContext ctx) {
        return value(ctx.literal());
    }

    @Override
    public Value visitDefaultCall(MigParser.DefaultCallContext ctx) {
        return wordOrCall(call(ctx.qualifiedName(), ctx.callArguments()));
    }

    @Override
    public Value visitDefaultExpression(MigParser.DefaultExpressionContext ctx) {
        return leaves.expression(ctx.expression());
    }

    /** The key of an index other than a column. */
    Value keyCall(MigParser.CallKeyContext ctx) {
        return call(ctx.qualifiedName(), ctx.RAW().getSymbol());
    }

    /** Brackets of the second level. */
    Value.Expression rawExpression(Token raw) {
        Span span = leaves.raw(leaves.span(raw));
        return new Value.Expression(span.text(), span);
    }

    private Value.Call call(MigParser.QualifiedNameContext name, Token arguments) {
        Span span = leaves.raw(leaves.span(arguments));
        return new Value.Call(
                leaves.qualifiedName(name), span.text(), leaves.span(name).to(span));
    }

    private Value.Call call(MigParser.QualifiedNameContext name, MigParser.CallArgumentsContext arguments) {
        Span span = leaves.raw(leaves.span(arguments));
        return new Value.Call(
                leaves.qualifiedName(name), span.text(), leaves.span(name).to(span));
    }

    private Value wordOrRefused(Value.Call call) {
        Value value = wordOrCall(call);
        if (value instanceof Value.Call) {
            problems.accept(Diagnostic.error(
                    Code.BARE_VALUE,
                    call.span(),
                    "a call stands in brackets where a value is wanted",
                    "(" + call.span().text() + ")"));
        }
        return value;
    }

    /** A keyword that each database spells its own way, or the call as is. */
    private static Value wordOrCall(Value.Call call) {
        boolean empty =
                call.arguments().substring(1, call.arguments().length() - 1).isBlank();
        Name function = call.function().last();
        if (!empty || function.quoted() || call.function().parts().size() > 1) {
            return call;
        }
        return switch (function.text().toLowerCase(Locale.ROOT)) {
            case "now" -> new Value.WordValue(Value.Word.NOW, call.span());
            case "gen_random_uuid" -> new Value.WordValue(Value.Word.GEN_RANDOM_UUID, call.span());
            case "current_timestamp" -> new Value.WordValue(Value.Word.CURRENT_TIMESTAMP, call.span());
            case "current_date" -> new Value.WordValue(Value.Word.CURRENT_DATE, call.span());
            case "current_time" -> new Value.WordValue(Value.Word.CURRENT_TIME, call.span());
            default -> call;
        };
    }
}
