package dev.mig.syntax.print;

import dev.mig.source.Span;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.Header.Ref;
import dev.mig.syntax.tree.Header.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints header lines in the author's order, with aligned keywords. */
final class HeaderPrinter {
    private final Page page;

    HeaderPrinter(Page page) {
        this.page = page;
    }

    void header(Header header) {
        List<Entry> entries = new ArrayList<>();
        String message = header.message().isEmpty() ? "" : ' ' + TermPrinter.string(header.message());
        Map<String, Span> places = places(header);
        add(entries, places, "revision", header.id() + message);
        add(entries, places, "revises", refs(header.revises()));
        add(entries, places, "branch", refs(header.branches()));
        add(entries, places, "depends on", refs(header.dependsOn()));
        add(entries, places, "timeout", timeouts(header.timeouts()));
        add(
                entries,
                places,
                "created",
                header.created() == null ? "" : header.created().toString());
        entries.sort(Comparator.comparingInt(it -> it.span().start()));
        int width = entries.stream().mapToInt(it -> it.word().length()).max().orElse(0) + Layout.STEP;
        for (Entry entry : entries) {
            String text = entry.word() + " ".repeat(width - entry.word().length()) + entry.value();
            page.put(ClauseRun.of(Spacing.CLOSE).clause(text, entry.span(), entry.span()));
        }
    }

    /** {@code lock 5s statement 2min}, or nothing. */
    static String timeouts(Timeouts timeouts) {
        String lock = timeouts.lock() == null ? "" : "lock " + duration(timeouts.lock());
        String statement = timeouts.statement() == null ? "" : "statement " + duration(timeouts.statement());
        return (lock + ' ' + statement).strip();
    }

    private static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0 || millis == 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "min" : seconds + "s";
    }

    private record Entry(String word, String value, Span span) {}

    private static void add(List<Entry> entries, Map<String, Span> places, String word, String value) {
        if (!value.isEmpty()) {
            entries.add(new Entry(word, value, places.getOrDefault(word.split(" ", 2)[0], Span.none())));
        }
    }

    private static String refs(List<Ref> refs) {
        return refs.stream().map(Ref::text).collect(Collectors.joining(", "));
    }

    /** Where each line stood, by its first word: the tree says only what the header means. */
    private Map<String, Span> places(Header header) {
        Map<String, Span> places = new HashMap<>();
        if (!page.gaps().isNone()) {
            for (Span line : HeaderReader.lines(header.span().source())) {
                places.put(line.text().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT), line);
            }
        }
        return places;
    }
}
