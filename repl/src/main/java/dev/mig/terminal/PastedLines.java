package dev.mig.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Several lines that were entered at once, as somebody pastes them: which of them begin something, and which go on with
 * what the line before began.
 */
final class PastedLines {
    /** A statement of the language that no SQL goes on with. */
    private static final Pattern BRACES = Pattern.compile("(?i)(create|alter)\\s+table\\s[^']*\\{.*");

    private PastedLines() {}

    /** @param commands the words that begin a command */
    static List<String> split(String text, Set<String> commands) {
        List<String> inputs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        Language language = Language.COMMAND;
        boolean blank = true;
        for (String line : text.lines().toList()) {
            // What is open is looked for only where it matters: a pasted text may have thousands of lines.
            if (!blank
                    && mayBegin(line.strip(), language, commands)
                    && LineContinuation.of(current.toString()).isEmpty()) {
                inputs.add(current.toString());
                current.setLength(0);
                blank = true;
            }
            language = blank ? Language.of(line) : language;
            blank = blank && line.isBlank();
            current.append(current.isEmpty() ? "" : "\n").append(line);
        }
        inputs.add(current.toString());
        return List.copyOf(inputs);
    }

    private static boolean mayBegin(String line, Language language, Set<String> commands) {
        if (line.isEmpty()) {
            return false;
        }
        // The words of a command end with its line. What is written in a language may go on with nearly any word.
        return commands.contains(line.split("\\s", 2)[0].toLowerCase(Locale.ROOT))
                || line.startsWith("\\")
                || ShellInput.MOVE.matcher(line).matches()
                || switch (language) {
                    case COMMAND -> true;
                    case SQL ->
                        ShellInput.isScript(line) || BRACES.matcher(line).matches();
                    case MIG -> ShellInput.isScript(line);
                    case JAVASCRIPT -> ShellInput.isStatement(line);
                };
    }
}
