package dev.mig.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where the parser goes on after a mistake: behind the statement, item or action that holds it, so that each of them
 * is complained of at most once and the next one is read as if nothing had happened.
 *
 * <p>A mistake travels up through the rules to the one that can go on. What to say of it is the business of
 * {@link Complaints}.
 */
final class Recovery extends DefaultErrorStrategy {
    private final Complaints complaints;

    Recovery(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {}

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        ParserRuleContext here = parser.getContext();
        if (isElement(here)) {
            goOnBehind(parser, here);
        } else if (here.getParent() == null) {
            complaints.atTop(here, parser.getCurrentToken());
            consumeTo(parser, complaints.last());
        } else {
            throw mistake;
        }
    }

    /** Between two elements, or after the last one: something must separate them. */
    @Override
    public void sync(Parser parser) {
        ParserRuleContext here = parser.getContext();
        ParserRuleContext element = lastElement(here);
        if (element != null
                && element.exception == null
                && !isBetween(here, parser.getCurrentToken().getType())) {
            goOnBehind(parser, element);
        }
    }

    private static @Nullable ParserRuleContext lastElement(ParserRuleContext list) {
        boolean holdsElements = list instanceof MigParser.BlockContext
                || list instanceof MigParser.StatementsContext
                || list instanceof MigParser.ItemsContext
                || list instanceof MigParser.ActionsContext;
        if (!holdsElements || list.getChildCount() == 0) {
            return null;
        }
        return list.getChild(list.getChildCount() - 1) instanceof ParserRuleContext last && isElement(last)
                ? last
                : null;
    }

    private static boolean isElement(ParserRuleContext rule) {
        return rule instanceof MigParser.StatementContext
                || rule instanceof MigParser.ItemContext
                || rule instanceof MigParser.ActionContext;
    }

    private static boolean isBetween(ParserRuleContext list, int type) {
        return switch (type) {
            case MigParser.NL, MigParser.SEMI, MigParser.RBRACE, Token.EOF -> true;
            case MigParser.COMMA -> list instanceof MigParser.ItemsContext || list instanceof MigParser.ActionsContext;
            default -> false;
        };
    }

    private void goOnBehind(Parser parser, ParserRuleContext element) {
        int at = parser.getCurrentToken().getTokenIndex();
        complaints.about(element, at);
        boolean isStatement = element instanceof MigParser.StatementContext;
        consumeTo(parser, Ends.of(complaints.tokens(), element.getStart().getTokenIndex(), at, isStatement));
    }

    private static void consumeTo(Parser parser, int index) {
        while (parser.getCurrentToken().getTokenIndex() < index) {
            parser.consume();
        }
    }
}
