package dev.mig.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final String WIPE = "\r\u001b[K";

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);
    private final AtomicLong now = new AtomicLong();

    @Test
    void aShortRunNeverSeesIt() {
        try (ProgressBar bar = bar()) {
            now.set(400);
            bar.at(1, "b2 create table orders");
            bar.above(() -> out.print("a line\n"));
        }
        assertThat(written).hasToString("a line\n");
    }

    @Test
    void linesGoAboveItAndNothingIsLeftOfIt() {
        try (ProgressBar bar = bar()) {
            now.set(10_000);
            bar.at(1, "b2 create table orders");
            bar.above(() -> out.print("a line\n"));
        }
        assertThat(written.toString())
                .startsWith(WIPE + "█████░░░░░░░░░░░░░░░  1/4  0:30 left  b2 create table orders")
                .contains(WIPE + "a line\n" + WIPE + "█████")
                .endsWith(WIPE);
    }

    private ProgressBar bar() {
        return new ProgressBar(new Page(out, false, () -> 80), 4, new Hands());
    }

    /** A clock that a test turns. */
    private final class Hands extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.get());
        }
    }
}
