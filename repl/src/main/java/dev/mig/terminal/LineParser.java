package dev.mig.terminal;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Tells the reader where a line ends, and which word of it is being completed. */
final class LineParser extends DefaultParser {
    LineParser() {
        setEscapeChars(null);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE) {
            String open = OpenEnds.of(line);
            if (!open.isEmpty()) {
                throw new EOFError(-1, -1, "not closed yet", open);
            }
        }
        return super.parse(line, cursor, context);
    }
}
