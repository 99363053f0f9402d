package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.FirstFew;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Creates the diagnostic for a statement, item or action that could not be parsed, the most helpful first: a
 * construct of another SQL dialect, a misspelled keyword, two things on one line, or else what was expected.
 */
final class SyntaxErrors {
    /** The number of words of a long statement that are checked for misspellings, backwards from the error. */
    private static final int MOST_WORDS_TRIED = 12;

    private final Source source;
    private final List<Token> tokens;
    private final Consumer<Diagnostic> problems;
    private int complaints;

    SyntaxErrors(Source source, List<Token> tokens, Consumer<Diagnostic> problems) {
        this.source = source;
        this.tokens = tokens;
        this.problems = problems;
    }

    /**
     * Reports an element.
     *
     * @param rule that of a statement, item or action
     * @param start index of its first token
     * @param at index of the token that the parser could not take
     * @return index of the token that ends the element
     */
    int about(int rule, int start, int at) {
        boolean isStatement = rule == MigParser.RULE_statement;
        if (complaints++ > FirstFew.MOST) {
            problems.accept(Diagnostic.error(Code.SYNTAX, span(at), "only counted"));
            return ElementEnds.of(tokens, start, at, isStatement);
        }
        RuleMatch reach = RuleMatch.of(rule, tokens, start, TokenDescriptions.wholeRules())
                .beforeLineEnds(tokens, start);
        int end = ElementEnds.of(tokens, start, Math.max(Math.min(at, reach.stop()), start), isStatement);
        if (!isReportedAlready(rule, start, reach.stop())) {
            problems.accept(complaint(rule, start, end, reach));
        }
        return end;
    }

    private boolean isDirection(int at) {
        return type(at) == MigLexer.UPGRADE || type(at) == MigLexer.DOWNGRADE;
    }

    int type(int at) {
        return tokens.get(at).getType();
    }

    /** The index of the next token that is not a separator. */
    int firstAfterSeparators(int rule, int at) {
        int next = at;
        while (type(next) != MigLexer.RBRACE && type(next) != Token.EOF && Recovery.isBetween(rule, type(next))) {
            next++;
        }
        return next;
    }

    /** Reports what is outside all blocks, or where a block should be. */
    void atTop(int rule, int place) {
        if (type(place) == MigLexer.UNREADABLE) {
            return;
        }
        int at = isFollowedByAnotherWord(place) ? place + 1 : place;
        int before = lastBefore(at);
        boolean afterWord = before >= 0 && isDirection(before);
        int from = afterWord ? before : at;
        int top = afterWord && type(before) == MigLexer.DOWNGRADE ? MigParser.RULE_downgrade : rule;
        RuleMatch reach = RuleMatch.of(top, tokens, from, TokenDescriptions.wholeRules());
        problems.accept(misspelled(top, from, reach).orElseGet(() -> misplaced(rule, at, before, afterWord)));
    }

    /** Whether "downgrade" stands here, and none of the words or the brace that may follow it. */
    private boolean isFollowedByAnotherWord(int at) {
        return type(at) == MigLexer.DOWNGRADE
                && !Set.of(MigLexer.LBRACE, MigLexer.NL, MigLexer.AUTO, MigLexer.NONE, Token.EOF)
                        .contains(type(at + 1));
    }

    /** The index of the previous token other than a line end; or -1. */
    private int lastBefore(int at) {
        int before = at - 1;
        while (before >= 0 && type(before) == MigLexer.NL) {
            before--;
        }
        return before;
    }

    private Diagnostic misplaced(int rule, int at, int before, boolean afterWord) {
        if (rule != MigParser.RULE_statements && Keywords.beginsStatement(tokens.get(at)) && !afterWord) {
            return Diagnostic.error(
                    Code.SYNTAX,
                    span(at),
                    "statements stand between the braces of upgrade and downgrade",
                    before < 0 ? "upgrade {" : "move it up, before the closing brace");
        }
        if (isDirection(at)) {
            if (rule != MigParser.RULE_statements && before < 0) {
                return Diagnostic.error(
                        Code.SYNTAX,
                        span(at),
                        "\"upgrade\" comes before \"downgrade\"",
                        "write upgrade { … } above it, and upgrade { } if there is nothing to do");
            }
            String message = rule == MigParser.RULE_statements
                    ? "statements stand here without the braces of upgrade and downgrade"
                    : "there is one upgrade, and after it at most one downgrade";
            return Diagnostic.error(Code.SYNTAX, span(at), message, "leave it out");
        }
        if (before >= 0 && type(before) == MigLexer.NONE && type(at) == MigLexer.IDENT) {
            int end = ElementEnds.of(tokens, at, at, true);
            String reason =
                    source.text().substring(span(at).start(), span(end).start()).strip();
            return Diagnostic.error(
                    Code.SYNTAX,
                    span(at),
                    "the reason stands in single quotes",
                    "downgrade none '" + reason.replace("'", "''") + "'");
        }
        String expected = before < 0 ? "\"upgrade\"" : "\"downgrade\" or the end of the file";
        String way = before < 0 ? "what is to be done stands in upgrade { }" : "nothing stands behind the last brace";
        if (afterWord) {
            boolean up = type(before) == MigLexer.UPGRADE;
            expected = up ? "\"{\"" : "\"{\", \"auto\" or \"none\"";
            way = up ? "upgrade { … }" : "downgrade auto, downgrade { … }, or downgrade none 'why'";
        }
        return Diagnostic.error(
                Code.SYNTAX,
                span(at),
                "expected " + expected + ", found " + TokenDescriptions.found(tokens.get(at)),
                way);
    }

    private Diagnostic complaint(int rule, int start, int end, RuleMatch reach) {
        if (rule == MigParser.RULE_statement && isDirection(start)) {
            return misplaced(MigParser.RULE_statements, start, -1, false);
        }
        BrokenElement element = new BrokenElement(source, tokens, rule, start, end, reach);
        return SqlHints.recognise(element)
                .or(() -> misspelled(rule, start, reach))
                .or(() -> notSeparated(rule, reach))
                .orElseGet(() -> unexpected(rule, start, reach));
    }

    /** What the lexer skipped has been reported, and so have the lines that may belong to it. */
    private boolean isReportedAlready(int rule, int start, int stop) {
        if (tokens.get(stop).getType() == MigLexer.UNREADABLE) {
            return true;
        }
        int before = lastBefore(start);
        boolean follows = before >= 0 && tokens.get(before).getType() == MigLexer.UNREADABLE;
        return follows && !(rule == MigParser.RULE_statement && Keywords.beginsStatement(tokens.get(start)));
    }

    private Diagnostic unexpected(int rule, int start, RuleMatch reach) {
        int at = reach.stop();
        if (type(at) == MigLexer.RPAREN && !reach.types().contains(MigLexer.RPAREN) && !isBracketOpen(at)) {
            return Diagnostic.error(
                    Code.UNOPENED, span(at), "nothing is open that this bracket could close", "leave it out");
        }
        return Diagnostic.error(
                        Code.SYNTAX,
                        span(at),
                        "expected " + TokenDescriptions.expected(reach) + ", found "
                                + TokenDescriptions.found(tokens.get(at)))
                .withHint(Forms.of(rule, tokens, start).orElse(null));
    }

    /** Whether a bracket before this position is still open. */
    private boolean isBracketOpen(int at) {
        int closed = 0;
        for (int i = at - 1; i >= 0 && type(i) != MigLexer.LBRACE && type(i) != MigLexer.RBRACE; i--) {
            if (type(i) == MigLexer.RPAREN) {
                closed++;
            } else if (type(i) == MigLexer.LPAREN) {
                closed--;
                if (closed < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Diagnostic> notSeparated(int rule, RuleMatch reach) {
        if (!reach.mayEnd()) {
            return Optional.empty();
        }
        RuleMatch second = RuleMatch.of(rule, tokens, reach.stop(), TokenDescriptions.wholeRules());
        if (second.end() <= reach.stop() || !Recovery.isBetween(rule, type(second.end()))) {
            return Optional.empty();
        }
        boolean statement = rule == MigParser.RULE_statement;
        return Optional.of(Diagnostic.error(
                Code.NOT_SEPARATED,
                span(reach.stop()),
                (statement ? "a second statement" : "a second item") + " begins on this line",
                "begin a new line here, or put \"" + (statement ? ";" : ",") + "\" before it"));
    }

    /** Whether replacing one word with a similar keyword lets the rule match further. */
    private Optional<Diagnostic> misspelled(int rule, int start, RuleMatch reach) {
        int best = reach.stop();
        Diagnostic found = null;
        int tried = 0;
        for (int i = reach.stop(); i >= start && tried < MOST_WORDS_TRIED; i--) {
            if (tokens.get(i).getType() != MigLexer.IDENT) {
                continue;
            }
            tried++;
            String word = tokens.get(i).getText();
            for (String keyword : Suggestions.nearest(word, Keywords.all().keySet(), 3)) {
                int further = stopWith(rule, start, i, Keywords.all().getOrDefault(keyword, MigLexer.IDENT));
                if (further > best) {
                    best = further;
                    found = Diagnostic.error(
                            Code.MISSPELLED,
                            span(i),
                            "\"" + word + "\" is not a word that can stand here",
                            "did you mean \"" + keyword + "\"?");
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** How far the rule matches, within its line, with one token of another type. */
    private int stopWith(int rule, int start, int exchanged, int type) {
        int end = ElementEnds.of(tokens, start, exchanged, rule == MigParser.RULE_statement);
        List<Token> changed = new ArrayList<>(tokens.subList(start, end + 1));
        CommonToken token = new CommonToken(tokens.get(exchanged));
        token.setType(type);
        changed.set(exchanged - start, token);
        return start + RuleMatch.of(rule, changed, 0, Set.of()).stop();
    }

    /** The span of a token; for an invisible one, the position before it. */
    private Span span(int at) {
        Token token = tokens.get(at);
        boolean visible = token.getType() != MigLexer.NL && token.getType() != Token.EOF;
        int start = token.getStartIndex();
        return source.span(start, visible ? Math.max(start, token.getStopIndex() + 1) : start);
    }
}
