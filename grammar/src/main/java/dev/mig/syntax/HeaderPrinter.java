package dev.mig.syntax;

import dev.mig.syntax.Header.Ref;
import dev.mig.syntax.Header.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the lines of a header, in one order and with their words filled up to one width. */
final class HeaderPrinter {
    private static final Set<String> WORDS = Set.of("revision", "revises", "branch", "depends", "timeout", "created");

    private final Page page;

    HeaderPrinter(Page page) {
        this.page = page;
    }

    void header(Header header) {
        List<Entry> entries = new ArrayList<>();
        String message = header.message().isEmpty() ? "" : ' ' + Words.string(header.message());
        entries.add(new Entry("revision", header.id() + message));
        add(entries, "revises", refs(header.revises()));
        add(entries, "branch", refs(header.branches()));
        add(entries, "depends on", refs(header.dependsOn()));
        add(entries, "timeout", timeouts(header.timeouts()));
        add(entries, "created", header.created() == null ? "" : header.created().toString());
        int width = entries.stream().mapToInt(it -> it.word().length()).max().orElse(0) + Layout.STEP;
        Map<String, Place> places = places(header);
        for (Entry entry : entries) {
            Place place = places.getOrDefault(entry.word().split(" ", 2)[0], Place.NONE);
            String gap = " ".repeat(width - entry.word().length());
            page.put(Run.of(Spacing.CLOSE).clause(entry.word() + gap + entry.value(), place.from(), place.to()));
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

    private record Entry(String word, String value) {}

    private static void add(List<Entry> entries, String word, String value) {
        if (!value.isEmpty()) {
            entries.add(new Entry(word, value));
        }
    }

    private static String refs(List<Ref> refs) {
        return refs.stream().map(Ref::text).collect(Collectors.joining(", "));
    }

    /** Where in the source a header line stands. */
    private record Place(int from, int to) {
        static final Place NONE = new Place(0, 0);
    }

    /** The tree says what a header means, not where each of its lines stood, which comments want to know. */
    private Map<String, Place> places(Header header) {
        Gaps gaps = page.gaps();
        Map<String, Place> places = new HashMap<>();
        if (gaps.isNone()) {
            return places;
        }
        String current = "revision";
        for (int at = gaps.next(header.span().start()); at < header.span().end(); ) {
            String word = gaps.word(at);
            current = word != null && WORDS.contains(word) ? word : current;
            int lineEnd = gaps.lineEnd(at);
            int from = at;
            int to = gaps.previous(lineEnd);
            places.merge(current, new Place(from, to), (first, more) -> new Place(first.from(), more.to()));
            at = gaps.next(lineEnd);
        }
        return places;
    }
}
