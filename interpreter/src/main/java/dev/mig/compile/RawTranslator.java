package dev.mig.compile;

import dev.mig.model.Operation;
import dev.mig.source.Code;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Translates raw SQL, and the {@code reverse} clause of any change of rows. */
final class RawTranslator {
    private final Values values;
    private final DatabaseChoice choice;
    private final Problems problems;
    private final SideFiles files;

    RawTranslator(Values values, DatabaseChoice choice, Problems problems, SideFiles files) {
        this.values = values;
        this.choice = choice;
        this.problems = problems;
        this.files = files;
    }

    /** @param operations what the statements of a {@code touches} block come to */
    Optional<Operation> sql(Statement.Sql it, Function<Block, List<Operation>> operations, Names names) {
        Operation.Touches touches = switch (it.touches()) {
            case null -> new Operation.Unsaid();
            case Statement.TouchesNothing nothing -> new Operation.NoStructure();
            case Statement.TouchesTables tables ->
                new Operation.Tables(
                        tables.tables().stream().map(names::qualified).toList());
            case Statement.TouchesAs as -> new Operation.SameAs(operations.apply(as.statements()));
        };
        Operation.Reverse reverse = reverse(it.reversal(), it.span());
        return text(it.body(), it.span()).map(sql -> new Operation.ExecuteSql(sql, touches, reverse, it.span()));
    }

    Optional<Operation> script(Statement.Script it) {
        Operation.Reverse reverse = reverse(it.reversal(), it.span());
        Optional<Source> script = switch (it.body()) {
            case Statement.ScriptText(SqlText text) -> Optional.of(inPlace(text));
            case Statement.ScriptFile(var file) -> files.script(values.text(file), file.span());
        };
        return script.map(source -> new Operation.ExecuteScript(source, reverse, it.span()));
    }

    /** Padded with empty lines, so that line numbers in the script are those of the file. */
    private Source inPlace(SqlText text) {
        Span span = text.span();
        String written = span.text();
        int start = written.startsWith("\"\"\"") ? 3 : 0;
        if (start < written.length() && written.charAt(start) == '\n') {
            start++;
        }
        int above = span.isNone() ? 0 : span.source().line(span.start() + start) - 1;
        return new Source(span.source().name(), "\n".repeat(above) + values.sql(text));
    }

    Operation.Reverse reverse(Statement.@Nullable Reversal reversal, Span statement) {
        return switch (reversal) {
            case null -> new Operation.Unstated();
            case Statement.ReverseNothing it -> new Operation.Nothing();
            case Statement.ReverseSql it ->
                text(it.body(), statement)
                        .<Operation.Reverse>map(Operation.BySql::new)
                        .orElseGet(Operation.Nothing::new);
        };
    }

    /** The text for the target; empty if the author wants it skipped, or forgot it. */
    private Optional<String> text(Statement.SqlBody body, Span statement) {
        return switch (body) {
            case Statement.OneSql(SqlText text) -> Optional.of(values.sql(text));
            case Statement.SqlByDialect it -> {
                Optional<String> text =
                        choice.of(it.entries(), Statement.DialectSql::dialects).map(entry -> values.sql(entry.text()));
                if (text.isEmpty() && !it.elseSkip()) {
                    String word = choice.target().word();
                    problems.error(
                            Code.DATABASE_UNSERVED,
                            statement,
                            "this SQL says nothing for " + word,
                            "add " + word + " \"\"\" … \"\"\" to it, or else skip");
                }
                yield text;
            }
        };
    }
}
