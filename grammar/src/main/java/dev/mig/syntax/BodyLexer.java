package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Comment;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * Splits the body of a file into tokens, and separates comments.
 *
 * <p>A quote, bracket or comment that is never closed would take the rest of the file with it. Where the lexer meets
 * one, {@link UnclosedDelimiter} finds what is to blame; that stretch becomes one unreadable token and lexing goes on
 * after it.
 */
final class BodyLexer {
    /** After this many the rest of the file is skipped: each requires a scan of everything after it. */
    private static final int MOST_UNCLOSED = 10;

    private final Source source;
    private final MigLexer lexer;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private int cleanFrom;

    /**
     * The tokens of a body.
     *
     * @param tokens the last one is EOF
     */
    record Lexed(List<Token> tokens, List<Comment> comments, List<Diagnostic> problems) {}

    private BodyLexer(Source source, int start) {
        this.source = source;
        this.cleanFrom = start;
        this.lexer = new MigLexer(new SourceStream(source, start));
        lexer.removeErrorListeners();
    }

    static Lexed lex(Source source, int start) {
        return new BodyLexer(source, start).lex();
    }

    private Lexed lex() {
        Token token = lexer.nextToken();
        while (true) {
            boolean atEnd = token.getType() == Token.EOF;
            if (token.getType() == MigLexer.UNCLOSED || (atEnd && !lexer._modeStack.isEmpty())) {
                token = giveUp();
            } else if (atEnd) {
                int end = source.text().length();
                tokens.add(token(Token.EOF, end, end));
                return new Lexed(tokens, comments, problems);
            } else {
                take(token);
                token = lexer.nextToken();
            }
        }
    }

    private void take(Token token) {
        if (token.getChannel() == MigLexer.COMMENTS) {
            Span span = source.span(token.getStartIndex(), token.getStopIndex() + 1);
            comments.add(new Comment(span.text(), standsAlone(span.start()), span));
        } else {
            tokens.add(token);
        }
    }

    private boolean standsAlone(int start) {
        int at = start - 1;
        while (at >= 0 && source.text().charAt(at) <= ' ' && source.text().charAt(at) != '\n') {
            at--;
        }
        return at < 0 || source.text().charAt(at) == '\n';
    }

    /** Reports an unclosed delimiter and continues after it; returns the next token. */
    private Token giveUp() {
        UnclosedDelimiter opening = UnclosedDelimiter.find(source, cleanFrom, Braces.isInsideTable(tokens));
        problems.add(opening.problem());
        int from = opening.unreadable().start();
        int to = problems.size() < MOST_UNCLOSED
                ? opening.unreadable().end()
                : source.text().length();
        tokens.removeIf(it -> it.getStartIndex() >= from);
        comments.removeIf(it -> it.span().start() >= from);
        tokens.add(token(MigLexer.UNREADABLE, from, to));
        cleanFrom = to;
        lexer._modeStack.clear();
        lexer.mode(Lexer.DEFAULT_MODE);
        lexer._hitEOF = false;
        lexer._input.seek(to);
        return lexer.nextToken();
    }

    private Token token(int type, int start, int end) {
        Pair<TokenSource, CharStream> origin = new Pair<>(lexer, lexer._input);
        return new CommonToken(origin, type, Token.DEFAULT_CHANNEL, start, end - 1);
    }
}
