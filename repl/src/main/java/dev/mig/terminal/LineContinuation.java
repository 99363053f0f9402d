package dev.mig.terminal;

/**
 * Whether input continues on the next line because a bracket, a brace, a quote or {@code """} is still open.
 *
 * <p>This applies only to statements and SQL; a command ends with its line.
 */
final class LineContinuation {
    private static final String TRIPLE = "\"\"\"";

    private final String text;
    private final boolean sql;
    private int at;

    private LineContinuation(String text, boolean sql) {
        this.text = text;
        this.sql = sql;
    }

    /** What is open, as a person would close it; empty if nothing is. */
    static String of(String line) {
        String text = line.strip();
        if (ShellInput.isStatement(text)) {
            return new LineContinuation(text, false).open();
        }
        return ShellInput.isSql(text) ? new LineContinuation(text, true).open() : "";
    }

    private String open() {
        StringBuilder closing = new StringBuilder();
        while (at < text.length()) {
            char here = text.charAt(at);
            if (!sql && text.startsWith(TRIPLE, at)) {
                if (!skipTo(TRIPLE, 3)) {
                    return TRIPLE;
                }
            } else if (here == '\'' || here == '"') {
                // A string of the language ends with its line: a mistake, which the parser tells better.
                if (!skipTo(String.valueOf(here), 1)) {
                    return sql ? String.valueOf(here) : closing.toString();
                }
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                if (!skipTo("*/", 2)) {
                    return "*/";
                }
            } else {
                bracket(here, closing);
                at++;
            }
        }
        return closing.toString();
    }

    private static void bracket(char here, StringBuilder closing) {
        switch (here) {
            case '(' -> closing.append(')');
            case '[' -> closing.append(']');
            case '{' -> closing.append('}');
            case ')', ']', '}' -> {
                int last = closing.length() - 1;
                if (last >= 0 && closing.charAt(last) == here) {
                    closing.setLength(last);
                }
            }
            default -> {}
        }
    }

    /** Past the next end, if there is one. */
    private boolean skipTo(String end, int from) {
        int found = text.indexOf(end, at + from);
        at = found < 0 ? text.length() : found + end.length();
        return found >= 0;
    }
}
