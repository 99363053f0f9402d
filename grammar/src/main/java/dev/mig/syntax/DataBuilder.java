package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds statements that change rows. */
final class DataBuilder {
    private final LeafBuilder leaves;
    private final ValueBuilder values;
    private final Consumer<Diagnostic> problems;

    DataBuilder(LeafBuilder leaves, ValueBuilder values, Consumer<Diagnostic> problems) {
        this.leaves = leaves;
        this.values = values;
        this.problems = problems;
    }

    Statement.Insert insert(MigParser.InsertContext ctx, Statement.@Nullable Reversal reversal) {
        List<Name> columns = leaves.names(ctx.columnList());
        Statement.InsertRows rows;
        if (ctx.insertRows() instanceof MigParser.ValuesContext it) {
            List<Statement.Row> written = it.row().stream().map(this::row).toList();
            rows = new Statement.Values(written);
        } else {
            rows = new Statement.Query(leaves.sqlText(((MigParser.QueryContext) ctx.insertRows()).sqlText()));
        }
        return new Statement.Insert(leaves.qualifiedName(ctx.tableName()), columns, rows, reversal, leaves.span(ctx));
    }

    private Statement.Row row(MigParser.RowContext ctx) {
        return new Statement.Row(ctx.rowValue().stream().map(values::value).toList(), leaves.span(ctx));
    }

    Statement.Update update(MigParser.UpdateContext ctx, Statement.@Nullable Reversal reversal) {
        return new Statement.Update(
                leaves.qualifiedName(ctx.tableName()),
                ctx.assignment().stream().map(this::assignment).toList(),
                leaves.optionalExpression(ctx.expression()),
                batches(ctx.batches()),
                reversal,
                leaves.span(ctx));
    }

    private Statement.Assignment assignment(MigParser.AssignmentContext ctx) {
        return new Statement.Assignment(
                leaves.name(ctx.columnName()), values.value(ctx.assignedValue()), leaves.span(ctx));
    }

    Statement.Delete delete(MigParser.DeleteContext ctx, Statement.@Nullable Reversal reversal) {
        return new Statement.Delete(
                leaves.qualifiedName(ctx.tableName()),
                leaves.optionalExpression(ctx.expression()),
                batches(ctx.batches()),
                reversal,
                leaves.span(ctx));
    }

    private Statement.@Nullable Batches batches(MigParser.@Nullable BatchesContext ctx) {
        if (ctx == null) {
            return null;
        }
        var size = ctx.NUMBER().getSymbol();
        var first = ctx.BY() == null ? ctx.BATCH() : ctx.BY();
        return new Statement.Batches(
                ctx.columnName() == null ? null : leaves.name(ctx.columnName()),
                size(size.getText(), size),
                leaves.optionalText(ctx.text()),
                leaves.span(first.getSymbol()).to(leaves.span(ctx)));
    }

    private int size(String written, Token token) {
        if (written.length() < 12 && written.chars().allMatch(Character::isDigit)) {
            BigInteger size = new BigInteger(written);
            if (size.signum() > 0 && size.bitLength() < Integer.SIZE) {
                return size.intValue();
            }
        }
        problems.accept(Diagnostic.error(
                Code.NUMBER,
                leaves.span(token),
                "a batch has a whole number of rows, from 1 to 2147483647",
                "batch 5000"));
        return 1;
    }
}
