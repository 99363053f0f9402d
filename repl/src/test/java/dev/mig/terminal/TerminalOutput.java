package dev.mig.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that a terminal is sent, told apart by what a reader of lines says when it begins and ends: from its end
 * to its next beginning somebody else writes.
 */
final class TerminalOutput extends OutputStream {
    private static final long PATIENCE_SECONDS = 20;

    /** From the end of one line to the beginning of the next, and what the reader asks for it with. */
    private static final Pattern LINE =
            Pattern.compile("(?s).*?\u001b\\[\\?2004l(.*?)\u001b\\[\\?1h\u001b=.*?\u001b\\[\\?2004h(.*)");

    private static final Pattern FIRST = Pattern.compile("(?s)().*?\u001b\\[\\?2004h(.*)");
    private static final Pattern CONTROL = Pattern.compile("\u001b\\[[0-9;?]*[@-~]|\u001b[=>]|\r");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ended;
    private String asked = "";

    @Override
    public synchronized void write(int one) {
        bytes.write(one);
    }

    @Override
    public synchronized void write(byte[] some, int from, int length) {
        bytes.write(some, from, length);
        notifyAll();
    }

    @Override
    public synchronized void flush() {
        notifyAll();
    }

    /** Nobody writes any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** What comes from here on is about the next line. */
    synchronized void forget() {
        bytes.reset();
    }

    /** Waits for the first prompt. */
    void begins() {
        await(FIRST);
    }

    /** Waits for a line to be done, and returns what was written meanwhile. */
    String said() {
        return await(LINE);
    }

    /** What is asked now; empty for the prompt. */
    String asked() {
        return asked;
    }

    private synchronized String await(Pattern pattern) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Matcher found = pattern.matcher(bytes.toString(StandardCharsets.UTF_8));
            if (found.matches()) {
                String prompt = plain(found.group(2)).strip();
                if (prompt.endsWith("migrate>") || prompt.endsWith("]") || prompt.endsWith(":")) {
                    asked = prompt.endsWith("migrate>") ? "" : prompt;
                    return plain(found.group(1));
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError((ended ? "the shell ended" : "no prompt came") + " after:\n"
                        + plain(bytes.toString(StandardCharsets.UTF_8)));
            }
            try {
                wait(left);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                throw new AssertionError(hurried);
            }
        }
    }

    static String plain(String text) {
        return CONTROL.matcher(text).replaceAll("");
    }
}
