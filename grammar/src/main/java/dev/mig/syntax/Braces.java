package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Sees to it that every brace has its partner before the parser runs, so that one that is missing does not turn the
 * rest of the file into nonsense.
 *
 * <p>The count of braces says that one is missing, the indentation says where: a closing brace that stands further
 * left than the line that it would close belongs to another one.
 */
final class Braces {
    /** After this many repairs, the remaining ones are not reported. */
    private static final int MOST_REPAIRS = 10;

    private final Source source;
    private final Consumer<Diagnostic> problems;
    private List<Token> tokens;

    /** An opening and a closing brace that match by count. */
    private record Pair(int open, int close) {}

    /**
     * The result of matching all braces.
     *
     * @param pairs in the order in which they close
     * @param open indices of braces that are never closed, outermost first
     * @param stop where they should have been closed at the latest
     * @param extra index of the first closing brace with nothing to close, or -1
     */
    private record Count(List<Pair> pairs, List<Integer> open, int stop, int extra) {
        boolean isEven() {
            return open.isEmpty() && extra < 0;
        }
    }

    private Braces(Source source, List<Token> tokens, Consumer<Diagnostic> problems) {
        this.source = source;
        this.tokens = tokens;
        this.problems = problems;
    }

    /** The tokens with braces inserted or removed until all match, and without blocks that nest too deeply. */
    static List<Token> balance(Source source, List<Token> tokens, Consumer<Diagnostic> problems) {
        return new Braces(source, tokens, problems).balance();
    }

    /** Whether the position after these tokens is within the braces of a table. */
    static boolean isInsideTable(List<Token> tokens) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i).getType()) {
                case MigLexer.LBRACE -> open.push(i);
                case MigLexer.RBRACE -> open.poll();
                default -> {}
            }
        }
        Integer innermost = open.peek();
        return innermost != null && opensTable(tokens, innermost);
    }

    /** Whether the brace opens the items of a table: {@code table T}, perhaps with {@code if not exists}. */
    private static boolean opensTable(List<Token> tokens, int brace) {
        int at = brace - 1;
        while (at >= 0 && tokens.get(at).getType() == MigLexer.NL) {
            at--;
        }
        at--;
        while (at >= 1 && tokens.get(at).getType() == MigLexer.DOT) {
            at -= 2;
        }
        return at >= 0
                && (tokens.get(at).getType() == MigLexer.TABLE || tokens.get(at).getType() == MigLexer.EXISTS);
    }

    private List<Token> balance() {
        Count count = count();
        for (int repairs = 0; !count.isEven(); repairs++) {
            if (repairs >= MOST_REPAIRS || isCutShort()) {
                makeEven();
            } else if (count.extra >= 0) {
                tokens = withoutExtra(count);
            } else {
                tokens = withClosing(count);
            }
            count = count();
        }
        cutTooDeep(count);
        return tokens;
    }

    /** Whether the lexer skipped the end, which may contain the closing braces. */
    private boolean isCutShort() {
        return tokens.size() > 1
                && tokens.get(tokens.size() - 2).getType() == MigLexer.UNREADABLE
                && tokens.get(tokens.size() - 2).getStopIndex() + 1
                        >= source.text().length();
    }

    private Count count() {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i).getType()) {
                case MigLexer.LBRACE -> open.add(i);
                case MigLexer.RBRACE -> {
                    if (open.isEmpty()) {
                        return new Count(pairs, List.of(), i, i);
                    }
                    pairs.add(new Pair(open.removeLast(), i));
                }
                case MigLexer.DOWNGRADE -> {
                    if (!open.isEmpty() && beginsDowngrade(i)) {
                        return new Count(pairs, open, i, -1);
                    }
                }
                default -> {}
            }
        }
        return new Count(pairs, open, tokens.size() - 1, -1);
    }

    private boolean beginsDowngrade(int at) {
        int next = tokens.get(at + 1).getType();
        return isFirstOfLine(at) && (next == MigLexer.LBRACE || next == MigLexer.AUTO || next == MigLexer.NONE);
    }

    /** Closes what is open and removes what closes nothing, wherever that is. */
    private void makeEven() {
        List<Token> even = new ArrayList<>(tokens.size());
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            boolean last = type == Token.EOF || (type == MigLexer.DOWNGRADE && depth > 0 && beginsDowngrade(i));
            if (last && depth > 0) {
                even.addAll(Collections.nCopies(depth, invented(MigLexer.RBRACE, i)));
                even.add(invented(MigLexer.NL, i));
                depth = 0;
            }
            if (type == MigLexer.RBRACE && depth == 0) {
                continue;
            }
            depth += type == MigLexer.LBRACE ? 1 : type == MigLexer.RBRACE ? -1 : 0;
            even.add(tokens.get(i));
        }
        tokens = even;
    }

    // ---- a closing brace is missing

    private List<Token> withClosing(Count count) {
        Pair suspect = null;
        for (Pair pair : count.pairs) {
            boolean tooFarLeft = isFirstOfLine(pair.close) && indentation(pair.close) < indentation(pair.open);
            if (tooFarLeft && suspect == null) {
                suspect = pair;
            }
        }
        int open = suspect == null ? count.open.getLast() : suspect.open;
        int before = suspect == null ? count.stop : suspect.close;
        problems.accept(Diagnostic.error(
                Code.UNCLOSED, span(open), "the brace that opens here is never closed", "close it with }"));
        int at = endByIndentation(open, before);
        List<Token> more = new ArrayList<>(tokens);
        more.addAll(at, List.of(invented(MigLexer.RBRACE, at), invented(MigLexer.NL, at)));
        return more;
    }

    /** The first line that is not indented further than the opening one. */
    private int endByIndentation(int open, int before) {
        int least = indentation(open);
        for (int i = open + 1; i < before; i++) {
            boolean lineEnd = tokens.get(i).getType() == MigLexer.NL;
            if (!lineEnd && isFirstOfLine(i) && indentation(i) <= least) {
                return i;
            }
        }
        return before;
    }

    // ---- a closing brace is too many, or an opening one is missing

    private List<Token> withoutExtra(Count count) {
        int extra = count.extra;
        for (Pair pair : count.pairs) {
            if (isFirstOfLine(pair.close) && indentation(pair.close) > indentation(pair.open)) {
                extra = pair.close;
                break;
            }
        }
        int line = lineWithoutBrace(extra);
        List<Token> fewer = new ArrayList<>(tokens);
        if (line >= 0) {
            int end = line;
            while (tokens.get(end).getType() != MigLexer.NL) {
                end++;
            }
            Span written = span(line).to(span(end - 1));
            problems.accept(Diagnostic.error(
                    Code.UNOPENED,
                    source.span(written.end(), written.end()),
                    "a brace is missing at the end of this line",
                    written.text() + " {"));
            fewer.add(end, invented(MigLexer.LBRACE, end));
        } else {
            problems.accept(Diagnostic.error(
                    Code.UNOPENED, span(extra), "nothing is open that this brace could close", "leave it out"));
            fewer.remove(extra);
        }
        return fewer;
    }

    /** The nearest line above that is indented as the brace and should have opened one; or -1. */
    private int lineWithoutBrace(int close) {
        if (!isFirstOfLine(close)) {
            return -1;
        }
        int indentation = indentation(close);
        for (int i = close - 1; i >= 0; i--) {
            if (tokens.get(i).getType() != MigLexer.NL && isFirstOfLine(i) && indentation(i) <= indentation) {
                return indentation(i) == indentation && shouldOpen(i) ? i : -1;
            }
        }
        return -1;
    }

    private boolean shouldOpen(int line) {
        int next = tokens.get(line + 1).getType();
        boolean opener = switch (tokens.get(line).getType()) {
            case MigLexer.UPGRADE, MigLexer.DOWNGRADE, MigLexer.ON, MigLexer.OUTSIDE, MigLexer.ELSE -> true;
            case MigLexer.CREATE, MigLexer.ALTER -> next == MigLexer.TABLE;
            default -> false;
        };
        for (int i = line; opener && tokens.get(i).getType() != MigLexer.NL; i++) {
            opener = tokens.get(i).getType() != MigLexer.LBRACE && tokens.get(i).getType() != Token.EOF;
        }
        return opener;
    }

    // ---- blocks in blocks

    private void cutTooDeep(Count count) {
        if (count.pairs.size() <= Mig.DEEPEST_BLOCK) {
            return;
        }
        int[] closings = new int[tokens.size()];
        count.pairs.forEach(it -> closings[it.open] = it.close);
        List<Token> kept = new ArrayList<>(tokens.size());
        Deque<Integer> blocks = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (closings[i] > 0 && !opensTable(tokens, i)) {
                if (blocks.size() == Mig.DEEPEST_BLOCK) {
                    problems.accept(Diagnostic.error(
                            Code.TOO_DEEP,
                            span(i),
                            "blocks stand at most " + Mig.DEEPEST_BLOCK + " deep in each other",
                            "take the inner statements out of their blocks"));
                    kept.add(unreadable(i, closings[i]));
                    i = closings[i];
                    continue;
                }
                blocks.push(closings[i]);
            } else if (!blocks.isEmpty() && blocks.peek() == i) {
                blocks.pop();
            }
            kept.add(tokens.get(i));
        }
        tokens = kept;
    }

    private Token unreadable(int from, int to) {
        CommonToken token = new CommonToken(tokens.get(from));
        token.setType(MigLexer.UNREADABLE);
        token.setStopIndex(tokens.get(to).getStopIndex());
        return token;
    }

    // ---- places

    private boolean isFirstOfLine(int at) {
        Token token = tokens.get(at);
        boolean written = token.getStopIndex() >= token.getStartIndex();
        return written && (at == 0 || tokens.get(at - 1).getType() == MigLexer.NL);
    }

    private int indentation(int at) {
        int start = source.lineStart(source.line(tokens.get(at).getStartIndex()));
        int first = start;
        while (first < source.text().length()
                && source.text().charAt(first) <= ' '
                && source.text().charAt(first) != '\n') {
            first++;
        }
        return first - start;
    }

    private Span span(int at) {
        return source.span(tokens.get(at).getStartIndex(), tokens.get(at).getStopIndex() + 1);
    }

    /** A synthetic token before another one. */
    private Token invented(int type, int before) {
        CommonToken token = new CommonToken(tokens.get(before));
        token.setType(type);
        token.setStopIndex(token.getStartIndex() - 1);
        return token;
    }
}
