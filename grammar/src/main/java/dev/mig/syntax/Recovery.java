package dev.mig.syntax;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Where parsing resumes after an error: after the enclosing statement, item or action, so that each is reported at
 * most once and the next one is parsed as if nothing had happened.
 *
 * <p>A mistake travels up through the rules to the one that can go on. What to say of it is the business of {@link
 * SyntaxErrors}.
 */
final class Recovery extends DefaultErrorStrategy {
    /** What an element can begin with, by rule. */
    private static final Map<Integer, IntervalSet> BEGINNINGS = Stream.of(
                    MigParser.RULE_statement, MigParser.RULE_item, MigParser.RULE_action)
            .collect(Collectors.toUnmodifiableMap(
                    it -> it, it -> MigParser._ATN.nextTokens(MigParser._ATN.ruleToStartState[it])));

    private final SyntaxErrors complaints;

    Recovery(SyntaxErrors complaints) {
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
        if (BEGINNINGS.containsKey(here.getRuleIndex())) {
            goOnBehind(parser, here.getRuleIndex(), here.getStart().getTokenIndex());
        } else if (here.getParent() == null) {
            complaints.atTop(here.getRuleIndex(), parser.getCurrentToken().getTokenIndex());
            consumeTo(parser, Integer.MAX_VALUE);
        } else {
            throw mistake;
        }
    }

    /** In a list: something must separate two elements, and the next must look like one. */
    @Override
    public void sync(Parser parser) {
        ParserRuleContext list = parser.getContext();
        int rule = elementsOf(list);
        if (rule < 0) {
            return;
        }
        ParserRuleContext last = lastElement(list);
        if (last != null
                && last.exception == null
                && !isBetween(rule, parser.getCurrentToken().getType())) {
            goOnBehind(parser, rule, last.getStart().getTokenIndex());
        }
        while (true) {
            int next = complaints.firstAfterSeparators(
                    rule, parser.getCurrentToken().getTokenIndex());
            int type = complaints.type(next);
            if (type == MigParser.RBRACE || type == Token.EOF || beginning(rule).contains(type)) {
                return;
            }
            consumeTo(parser, next);
            goOnBehind(parser, rule, next);
        }
    }

    private static IntervalSet beginning(int rule) {
        IntervalSet types = BEGINNINGS.get(rule);
        return types == null ? IntervalSet.EMPTY_SET : types;
    }

    /** The rule of the list's elements; -1 if this is not a list, or its brace has not been read yet. */
    private static int elementsOf(ParserRuleContext list) {
        if (list instanceof MigParser.StatementsContext) {
            return MigParser.RULE_statement;
        }
        if (list.getChildCount() == 0) {
            return -1;
        }
        return switch (list.getRuleIndex()) {
            case MigParser.RULE_block -> MigParser.RULE_statement;
            case MigParser.RULE_items -> MigParser.RULE_item;
            case MigParser.RULE_actions -> MigParser.RULE_action;
            default -> -1;
        };
    }

    private static @Nullable ParserRuleContext lastElement(ParserRuleContext list) {
        boolean element = list.getChildCount() > 0
                && list.getChild(list.getChildCount() - 1) instanceof ParserRuleContext last
                && BEGINNINGS.containsKey(last.getRuleIndex());
        return element ? (ParserRuleContext) list.getChild(list.getChildCount() - 1) : null;
    }

    /** Whether a token may follow an element of the rule. */
    static boolean isBetween(int rule, int type) {
        return switch (type) {
            case MigParser.NL, MigParser.SEMI, MigParser.RBRACE, Token.EOF -> true;
            case MigParser.COMMA -> rule != MigParser.RULE_statement;
            default -> false;
        };
    }

    private void goOnBehind(Parser parser, int rule, int start) {
        consumeTo(parser, complaints.about(rule, start, parser.getCurrentToken().getTokenIndex()));
    }

    /** Moves there; back over line ends that the parser had skipped in the hope that the statement continues. */
    private static void consumeTo(Parser parser, int index) {
        if (index < parser.getCurrentToken().getTokenIndex()) {
            parser.getInputStream().seek(index);
        }
        while (parser.getCurrentToken().getTokenIndex() < index
                && parser.getCurrentToken().getType() != Token.EOF) {
            parser.consume();
        }
    }
}
