package dev.mig.report;

import java.util.List;

/**
 * The configuration, one key a line.
 *
 * @param values without secrets
 * @param origins whether people want to see where each came from
 */
public record ConfigReport(List<Value> values, boolean origins) implements Report {
    public record Value(String key, String value, String origin) {}

    public ConfigReport {
        values = List.copyOf(values);
    }

    @Override
    public void write(Page page) {
        int key = values.stream().mapToInt(it -> it.key().length()).max().orElse(0);
        int value = values.stream().mapToInt(it -> it.value().length()).max().orElse(0);
        for (Value it : values) {
            String line = page.styled(TextStyle.HEADING, pad(it.key(), key)) + "  "
                    + (origins
                            ? pad(it.value(), value) + "  " + page.styled(TextStyle.FAINT, it.origin())
                            : it.value());
            page.line(line);
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "values",
                        values.stream()
                                .map(it -> new JsonObject()
                                        .put("key", it.key())
                                        .put("value", it.value())
                                        .put("origin", it.origin()))
                                .toList());
    }
}
