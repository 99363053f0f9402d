package dev.mig.script;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Detects whether a CSV text ends inside a quoted field: RFC 4180 forbids it, but the CSV library treats the end of
 * the file as the missing quote.
 */
final class UnclosedQuoteDetector extends FilterReader {
    private enum State {
        FIELD_BEGINS,
        BARE,
        QUOTED,
        /** Behind a quote in a quoted field: its end, or the first half of a quote that belongs to it. */
        PERHAPS_CLOSED
    }

    private State state = State.FIELD_BEGINS;

    UnclosedQuoteDetector(Reader text) {
        super(text);
    }

    /** Meaningful once everything has been read. */
    boolean isOpen() {
        return state == State.QUOTED;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            state = after((char) read);
        }
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            state = after(buffer[i]);
        }
        return count;
    }

    private State after(char here) {
        return switch (state) {
            case QUOTED -> here == '"' ? State.PERHAPS_CLOSED : State.QUOTED;
            case FIELD_BEGINS, PERHAPS_CLOSED -> here == '"' ? State.QUOTED : afterBare(here);
            case BARE -> afterBare(here);
        };
    }

    private static State afterBare(char here) {
        return here == ',' || here == '\n' || here == '\r' ? State.FIELD_BEGINS : State.BARE;
    }
}
