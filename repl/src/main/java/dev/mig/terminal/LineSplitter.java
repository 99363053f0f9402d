package dev.mig.terminal;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as other shells do: at blanks, except inside quotes or after a backslash. */
final class LineSplitter {
    private LineSplitter() {}

    /** @throws DiagnosticException if a quote is never closed */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int at = 0; at < line.length(); at++) {
            char here = line.charAt(at);
            if (quote != '\'' && here == '\\' && at + 1 < line.length() && escapes(line.charAt(at + 1), quote)) {
                word.append(line.charAt(++at));
                begun = true;
            } else if (quote != 0) {
                quote = here == quote ? 0 : quote;
                if (quote != 0) {
                    word.append(here);
                }
            } else if (here == '"' || here == '\'') {
                quote = here;
                begun = true;
            } else if (!Character.isWhitespace(here)) {
                word.append(here);
                begun = true;
            } else if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
        }
        if (quote != 0) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.WRONG_WORDS, Span.none(), "the quote " + quote + " on this line is never closed"));
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    /** A backslash before any other character is literal, as in Windows file names. */
    private static boolean escapes(char next, char quote) {
        return next == '"' || next == '\\' || (quote == 0 && (next == '\'' || Character.isWhitespace(next)));
    }
}
