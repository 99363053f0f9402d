package dev.mig.syntax;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Builds the leaves of the tree: names, strings, SQL texts, spans.
 *
 * <p>It records where raw SQL was, because comments inside belong to the SQL and not to the file.
 */
final class LeafBuilder {
    private final Source source;
    private final List<Span> rawSql = new ArrayList<>();

    LeafBuilder(Source source) {
        this.source = source;
    }

    /** Where brackets contained raw SQL, in the order they were built. */
    List<Span> rawSql() {
        return rawSql;
    }

    Span span(Token token) {
        return source.span(token.getStartIndex(), token.getStopIndex() + 1);
    }

    Span span(ParserRuleContext rule) {
        int start = rule.getStart().getStartIndex();
        Token stop = rule.getStop();
        return source.span(start, stop == null ? start : Math.max(start, stop.getStopIndex() + 1));
    }

    Name name(ParserRuleContext rule) {
        return name(rule.getStart());
    }

    Name name(Token token) {
        String text = token.getText();
        boolean quoted = token.getType() == MigLexer.QUOTED;
        return new Name(
                quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text, quoted, span(token));
    }

    /** Any rule made of names and dots. */
    QualifiedName qualifiedName(ParserRuleContext rule) {
        List<Name> parts = new ArrayList<>(2);
        for (int i = 0; i < rule.getChildCount(); i += 2) {
            var child = rule.getChild(i);
            parts.add(child instanceof ParserRuleContext nested ? name(nested) : name((Token) child.getPayload()));
        }
        return new QualifiedName(parts, span(rule));
    }

    List<Name> names(MigParser.@Nullable ColumnListContext list) {
        return list == null ? List.of() : list.name().stream().map(this::name).toList();
    }

    List<Name> names(MigParser.DialectsContext list) {
        return list.dialect().stream().map(this::name).toList();
    }

    Text text(MigParser.TextContext text) {
        String written = text.getText();
        return new Text(written.substring(1, written.length() - 1).replace("''", "'"), span(text));
    }

    @Nullable
    Text optionalText(MigParser.@Nullable TextContext text) {
        return text == null ? null : text(text);
    }

    SqlText sqlText(MigParser.SqlTextContext text) {
        String written = text.getText();
        return new SqlText(Dedent.strip(written.substring(3, written.length() - 3)), span(text));
    }

    Value.Expression expression(MigParser.ExpressionContext expression) {
        Span span = raw(span(expression));
        return new Value.Expression(span.text(), span);
    }

    Value.@Nullable Expression optionalExpression(MigParser.@Nullable ExpressionContext expression) {
        return expression == null ? null : expression(expression);
    }

    /** The leading keywords of a clause, as quoted in messages: {@code on delete}. */
    String firstWords(ParserRuleContext clause) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < Math.min(2, clause.getChildCount()); i++) {
            String word = clause.getChild(i).getText();
            if (!word.isBlank() && word.chars().allMatch(Character::isLetter)) {
                words.append(words.isEmpty() ? "" : " ").append(word.toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }

    /** Records that the span contains raw SQL. */
    Span raw(Span span) {
        rawSql.add(span);
        return span;
    }
}
