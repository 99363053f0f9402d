package dev.mig.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns as text: aligned to the width of the page, long values cut, numbers right-aligned, and null
 * distinguishable from the word.
 */
record TableText(List<Column> columns, List<List<@Nullable String>> rows) {
    private static final String NULL = "NULL";
    private static final String GAP = "  ";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t]]");

    /** No column is narrowed below this width. */
    private static final int NARROW = 8;

    record Column(String name, boolean right) {}

    /** Whether a row fits on a line, truncated or not. */
    boolean fits(Page page) {
        return IntStream.of(widths(page.width())).sum() + GAP.length() * (columns.size() - 1) <= page.width();
    }

    void write(Page page) {
        int[] widths = widths(page.width());
        StringBuilder head = new StringBuilder();
        for (int at = 0; at < widths.length; at++) {
            head.append(at == 0 ? "" : GAP)
                    .append(page.styled(TextStyle.HEADING, cell(columns.get(at).name(), at, widths)));
        }
        page.line(head.toString().stripTrailing());
        page.line(page.styled(
                TextStyle.FAINT,
                String.join(GAP, IntStream.of(widths).mapToObj("─"::repeat).toList())));
        for (List<@Nullable String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int at = 0; at < widths.length; at++) {
                String value = row.get(at);
                String cell = cell(value == null ? NULL : flat(value), at, widths);
                line.append(at == 0 ? "" : GAP).append(value == null ? page.styled(TextStyle.FAINT, cell) : cell);
            }
            page.line(line.toString().stripTrailing());
        }
    }

    /** One column below the other. */
    void writeExpanded(Page page) {
        int widest = columns.stream()
                .mapToInt(it -> DisplayWidth.width(it.name()))
                .max()
                .orElse(0);
        int number = 1;
        for (List<@Nullable String> row : rows) {
            page.line(page.styled(TextStyle.FAINT, "─── row " + number++ + " ───"));
            for (int at = 0; at < columns.size(); at++) {
                String name = columns.get(at).name();
                String value = row.get(at);
                String label =
                        page.styled(TextStyle.HEADING, name) + " ".repeat(widest - DisplayWidth.width(name)) + GAP;
                if (value == null) {
                    page.line(label + page.styled(TextStyle.FAINT, NULL));
                    continue;
                }
                for (String line : (Iterable<String>) value.lines()::iterator) {
                    page.line(label + harmless(line));
                    label = " ".repeat(widest) + GAP;
                }
                if (value.isEmpty()) {
                    page.line(label.stripTrailing());
                }
            }
        }
    }

    private String cell(String text, int at, int[] widths) {
        String cut = DisplayWidth.cut(text, widths[at]);
        String blanks = " ".repeat(widths[at] - DisplayWidth.width(cut));
        return columns.get(at).right() ? blanks + cut : cut + blanks;
    }

    /** As wide as the widest value; the widest columns are narrowed until all fit. */
    private int[] widths(int room) {
        int[] widths = new int[columns.size()];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = Math.max(1, DisplayWidth.width(columns.get(at).name()));
            for (List<@Nullable String> row : rows) {
                String value = row.get(at);
                widths[at] = Math.max(widths[at], DisplayWidth.width(value == null ? NULL : flat(value)));
            }
        }
        long over = IntStream.of(widths).asLongStream().sum() + (long) GAP.length() * (widths.length - 1) - room;
        while (over > 0) {
            int widest = 0;
            int second = NARROW;
            for (int at = 1; at < widths.length; at++) {
                widest = widths[at] > widths[widest] ? at : widest;
            }
            for (int at = 0; at < widths.length; at++) {
                second = at != widest && widths[at] < widths[widest] ? Math.max(second, widths[at]) : second;
            }
            if (widths[widest] <= NARROW) {
                break;
            }
            int narrower =
                    (int) Math.max(Math.max(NARROW, widths[widest] - over), Math.min(second, widths[widest] - 1));
            over -= widths[widest] - narrower;
            widths[widest] = narrower;
        }
        return widths;
    }

    /** On one line: a line end within a value would end the row. */
    private static String flat(String value) {
        return harmless(value.replace("\r", "").replace("\n", "⏎").replace("\t", " "));
    }

    /** Data in a database is untrusted and must not control the terminal. */
    private static String harmless(String value) {
        return CONTROL.matcher(value).replaceAll("\uFFFD");
    }
}
