package dev.mig.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the three standard streams are a terminal.
 *
 * <p>The launcher knows best and says it in the property {@code mig.terminal}: the numbers of those that are, such as
 * {@code 012}. Without it Linux is asked; elsewhere none is taken for a terminal, since Java's own answer differs
 * from version to version.
 */
record Terminals(boolean in, boolean out, boolean err) {
    private static final int USUAL_WIDTH = 80;
    private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})");

    static Terminals ofThisProcess() {
        String said = System.getProperty("mig.terminal");
        if (said != null) {
            return new Terminals(said.contains("0"), said.contains("1"), said.contains("2"));
        }
        return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
    }

    private static boolean isTerminal(int stream) {
        try {
            String device = Path.of("/proc/self/fd/" + stream).toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException pipeOrSocket) {
            return false;
        }
    }

    /** The width of the terminal, from {@code stty}, since Java cannot tell. */
    static int width() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            Matcher size = SIZE.matcher(answer);
            return stty.waitFor(1, TimeUnit.SECONDS) && size.matches() ? Integer.parseInt(size.group(1)) : USUAL_WIDTH;
        } catch (IOException noSuchProgram) {
            return USUAL_WIDTH;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
