package dev.mig.revision;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.tree.Header;

/** Parses targets, and points at the first invalid character. It resolves nothing. */
final class TargetReader {
    private static final String SHAPE =
            "a target is an id, a label, head, heads, base or current, with BRANCH@ before it or +N, -N after it";

    private static final int MOST_DIGITS = 9;

    private final Source source;

    TargetReader(Source source) {
        this.source = source;
    }

    /** The target that fills this part of the source, blanks around it aside. */
    Target target(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            throw wrong(from, to, "a target is missing", SHAPE);
        }
        int at = indexOf('@', start, end);
        Header.Ref branch = at < end ? branch(start, at) : null;
        int middle = at < end ? at + 1 : start;
        int sign = Math.min(indexOf('+', middle, end), indexOf('-', middle, end));
        if (middle == end) {
            throw wrong(
                    start, end, "nothing follows the @", "say " + source.text().substring(start, end) + "head");
        }
        Target.Absolute absolute = middle < sign ? absolute(middle, sign) : null;
        int offset = sign < end ? offset(sign, end) : 0;
        return new Target(branch, absolute, offset, source.span(start, end));
    }

    private Header.Ref branch(int start, int at) {
        if (start == at) {
            throw wrong(at, at + 1, "no branch stands before the @", SHAPE);
        }
        Header.Ref branch = name(start, at);
        if (Target.Kind.of(branch.text()) != Target.Kind.NAME) {
            throw wrong(
                    start,
                    at,
                    "\"" + branch + "\" is no branch",
                    "a branch is named by its label or by a revision on it");
        }
        return branch;
    }

    private Target.Absolute absolute(int start, int end) {
        Header.Ref ref = name(start, end);
        return new Target.Absolute(Target.Kind.of(ref.text()), ref);
    }

    private Header.Ref name(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isNameCharacter(charAt(i))) {
                throw stray(i);
            }
        }
        return new Header.Ref(source.text().substring(start, end), source.span(start, end));
    }

    /** From a sign to the end. */
    private int offset(int sign, int end) {
        int digits = sign + 1;
        while (digits < end && isDigit(charAt(digits))) {
            digits++;
        }
        if (digits == sign + 1) {
            String typed = String.valueOf(charAt(sign));
            throw digits == end
                    ? wrong(sign, end, "a number must follow the " + typed, "say " + typed + "1")
                    : stray(digits);
        }
        if (digits < end) {
            throw stray(digits);
        }
        if (digits - sign > MOST_DIGITS + 1) {
            throw wrong(sign, end, "no history is as long as that", SHAPE);
        }
        int offset = Integer.parseInt(source.text(), sign, end, 10);
        if (offset == 0) {
            throw wrong(sign, end, "a relative move counts from 1", "leave it out to stay where you are");
        }
        return offset;
    }

    private DiagnosticException stray(int at) {
        int codePoint = source.text().codePointAt(at);
        String what = Character.isWhitespace(codePoint) ? "a blank" : '"' + Character.toString(codePoint) + '"';
        String hint = codePoint == ':' ? "a range a:b is for history -r and for --sql" : SHAPE;
        return wrong(at, at + Character.charCount(codePoint), what + " cannot stand here in a target", hint);
    }

    private DiagnosticException wrong(int start, int end, String message, String hint) {
        return new DiagnosticException(Diagnostic.error(Code.TARGET_WORD, source.span(start, end), message, hint));
    }

    private int indexOf(char wanted, int from, int to) {
        int found = source.text().indexOf(wanted, from);
        return found < 0 || found > to ? to : found;
    }

    private char charAt(int at) {
        return source.text().charAt(at);
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
