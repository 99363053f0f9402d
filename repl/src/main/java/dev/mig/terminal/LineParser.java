package dev.mig.terminal;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Tells JLine where a line ends and which word is being completed. */
final class LineParser implements Parser {
    private final DefaultParser words = new DefaultParser().escapeChars(null);

    /** In SQL and in statements, punctuation ends a name, and quotes contain no words. */
    private final DefaultParser names = new DefaultParser() {
        @Override
        public boolean isDelimiterChar(CharSequence text, int at) {
            char here = text.charAt(at);
            return here != '_' && here != '$' && !Character.isLetterOrDigit(here);
        }
    }.escapeChars(null).quoteChars(new char[0]);

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE) {
            String open = LineContinuation.of(line);
            if (!open.isEmpty()) {
                throw new EOFError(-1, -1, "not closed yet", open);
            }
        }
        DefaultParser parser = Language.of(line) == Language.COMMAND ? words : names;
        return parser.parse(line, cursor, context);
    }
}
