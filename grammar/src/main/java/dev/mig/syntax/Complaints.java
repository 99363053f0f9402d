package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with a statement, item or action that could not be read. */
final class Complaints {
    private final Source source;
    private final List<Token> tokens;
    private final Consumer<Diagnostic> problems;

    Complaints(Source source, List<Token> tokens, Consumer<Diagnostic> problems) {
        this.source = source;
        this.tokens = tokens;
        this.problems = problems;
    }

    List<Token> tokens() {
        return tokens;
    }

    int last() {
        return tokens.size() - 1;
    }

    void about(ParserRuleContext element, int at) {
        complain(tokens.get(at));
    }

    void atTop(ParserRuleContext root, Token found) {
        complain(found);
    }

    private void complain(Token found) {
        if (found.getType() != MigLexer.UNREADABLE) {
            problems.accept(Diagnostic.error(
                    Code.SYNTAX,
                    source.span(found.getStartIndex(), Math.max(found.getStartIndex(), found.getStopIndex() + 1)),
                    "\"" + found.getText() + "\" cannot stand here"));
        }
    }
}
