package dev.mig.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Removes common indentation from the text between triple quotes. */
public final class Dedent {
    private Dedent() {}

    /**
     * Without the first and the last line end, and without the blanks that all lines begin with. Text on the line of
     * the opening quotes gives no measure for the indentation of the others.
     */
    public static String strip(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.size() > 1 && lines.getLast().isBlank()) {
            lines.removeLast();
        } else {
            lines.set(lines.size() - 1, lines.getLast().stripTrailing());
        }
        boolean opensOnFirst = !lines.getFirst().isBlank();
        String first = lines.removeFirst().stripLeading();
        int indentation = indentation(lines);
        lines.replaceAll(line -> line.isBlank() ? "" : line.substring(indentation));
        if (opensOnFirst) {
            lines.addFirst(first);
        }
        return String.join("\n", lines);
    }

    /** The common leading blanks of all non-empty lines. */
    private static int indentation(List<String> lines) {
        String common = null;
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            String own = line.substring(0, line.length() - line.stripLeading().length());
            int shared = 0;
            String least = common == null ? own : common;
            while (shared < Math.min(least.length(), own.length()) && least.charAt(shared) == own.charAt(shared)) {
                shared++;
            }
            common = own.substring(0, shared);
        }
        return common == null ? 0 : common.length();
    }
}
