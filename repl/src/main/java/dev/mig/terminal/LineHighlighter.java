package dev.mig.terminal;

import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/** Colours the line being edited. */
final class LineHighlighter implements Highlighter {
    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        return SyntaxHighlighter.of(Language.of(buffer), buffer);
    }
}
