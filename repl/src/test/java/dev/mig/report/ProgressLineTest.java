package dev.mig.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 4  | 61000   | 80 | ░░░░░░░░░░░░░░░░░░░░  0/4  1:01  b2 create table orders
            1  | 4  | 10000   | 80 | █████░░░░░░░░░░░░░░░  1/4  0:30 left  b2 create table orders
            3  | 4  | 9000000 | 80 | ███████████████░░░░░  3/4  50:00 left  b2 create table orders
            4  | 4  | 9000000 | 80 | ████████████████████  4/4  0:00 left  b2 create table orders
            1  | 4  | 10000   | 40 | █████░░░░░░░░░░░░░░░  1/4  0:30 left…
            """)
    void saysHowFarAndHowLong(int done, int total, long millis, int width, String line) {
        assertThat(new ProgressLine(done, total, "b2 create table orders", millis).text(width))
                .isEqualTo(line);
    }
}
