package dev.mig.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two streams say, seen on the one screen of a shell: the lines of both, each stream's in its order. Colours and
 * exit codes are not seen; a plan may stand above any move.
 */
record ScreenBlock(String typed, List<String> out, List<String> err) {
    private static final Pattern TYPED = Pattern.compile("[$%>…<;] .*|-- .* --");
    private static final Pattern COLOUR = Pattern.compile("␛\\[[0-9;]*m");
    private static final Pattern QUESTION = Pattern.compile("(.*(?:\\? \\[y/[nN]]|it:))(?: (.*))?");

    /** Line by line of what is typed in a scenario that was played. */
    static List<ScreenBlock> of(String played) {
        List<ScreenBlock> screens = new ArrayList<>();
        screens.add(new ScreenBlock("", new ArrayList<>(), new ArrayList<>()));
        for (String coloured : played.lines().toList()) {
            String line = COLOUR.matcher(coloured).replaceAll("").stripTrailing();
            ScreenBlock last = screens.getLast();
            if (TYPED.matcher(line).matches()) {
                screens.add(new ScreenBlock(line, new ArrayList<>(), new ArrayList<>()));
            } else if (line.equals("!") || line.startsWith("! ")) {
                add(line.substring(Math.min(2, line.length())), last.err);
            } else if (!line.matches("= \\d+")) {
                add(line, last.out);
            }
        }
        return screens;
    }

    /** What is said after an answer stands on a line of its own where the answer was typed. */
    private static void add(String line, List<String> lines) {
        Matcher question = QUESTION.matcher(line);
        if (!question.matches()) {
            lines.add(line);
            return;
        }
        lines.add(question.group(1));
        if (question.group(2) != null && !question.group(2).isEmpty()) {
            lines.add(question.group(2));
        }
    }

    /** Whether the lines of the other, all of one stream, are these. */
    boolean shows(ScreenBlock other) {
        // What is typed at the command line only stays as it is written.
        if (equals(other)) {
            return true;
        }
        List<String> lines = new ArrayList<>(other.out);
        if (out.stream().noneMatch(ScreenBlock::isPlan)) {
            withoutPlans(lines);
        }
        return typed.equals(other.typed) && other.err.isEmpty() && isMixed(lines);
    }

    private static boolean isPlan(String line) {
        return line.matches("plan (upgrade|downgrade) to .*");
    }

    private static void withoutPlans(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (isPlan(lines.get(at))) {
                lines.remove(at);
                while (at < lines.size() && lines.get(at).startsWith("  ")) {
                    lines.remove(at);
                }
            }
        }
    }

    private boolean isMixed(List<String> lines) {
        if (lines.size() != out.size() + err.size()) {
            return false;
        }
        boolean[] reached = new boolean[err.size() + 1];
        for (int some = 0; some <= out.size(); some++) {
            for (int others = 0; others <= err.size(); others++) {
                int all = some + others;
                boolean byOut =
                        some > 0 && reached[others] && lines.get(all - 1).equals(out.get(some - 1));
                boolean byErr =
                        others > 0 && reached[others - 1] && lines.get(all - 1).equals(err.get(others - 1));
                reached[others] = all == 0 || byOut || byErr;
            }
        }
        return reached[err.size()];
    }

    @Override
    public String toString() {
        return typed + "\n" + String.join("\n", out) + "\n" + String.join("\n", err);
    }
}
