package dev.mig.terminal;

import dev.mig.project.ProjectStatus;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** {@code app h2:bookshop ae1027 +3 migrate>}. Colour never says anything alone. */
record Prompt(ProjectStatus status) {
    private static final AttributedStyle DANGER = AttributedStyle.BOLD.foreground(AttributedStyle.RED);
    private static final AttributedStyle QUIET = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle ROW = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle PENDING = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);

    /** Above this number of rows, their count says more. */
    private static final int MANY = 3;

    /** With colours, if wanted and supported by the terminal. */
    String text(boolean coloured, org.jline.terminal.Terminal terminal) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        AttributedStyle place = status.isProtected() ? DANGER : QUIET;
        part(text, status.environment(), place);
        part(text, status.place(), place);
        part(text, status.isProtected() ? "protected" : "", DANGER);
        part(text, rows(), ROW);
        part(text, status.pending() > 0 ? "+" + status.pending() : "", PENDING);
        part(text, status.recording().isEmpty() ? "" : "[recording " + status.recording() + "]", PENDING);
        part(text, status.trouble().isEmpty() ? "" : "(" + status.trouble() + ")", DANGER);
        text.styled(AttributedStyle.BOLD, "migrate>").append(" ");
        return coloured ? text.toAnsi(terminal) : text.toString();
    }

    private String rows() {
        var rows = status.rows();
        if (status.applied() == null) {
            return "";
        }
        return rows.isEmpty() ? "base" : rows.size() > MANY ? rows.size() + " rows" : String.join(",", rows);
    }

    private static void part(AttributedStringBuilder text, String part, AttributedStyle style) {
        if (!part.isEmpty()) {
            text.styled(style, part).append(" ");
        }
    }
}
