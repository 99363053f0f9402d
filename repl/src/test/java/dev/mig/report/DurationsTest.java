package dev.mig.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"0, 0 ms", "999, 999 ms", "1000, 1.0 s", "59900, 59.9 s", "125000, 2 min 5 s", "3720000, 1 h 2 min"})
    void readsAsPeopleSayIt(long millis, String text) {
        assertThat(Durations.text(millis)).isEqualTo(text);
    }
}
