package dev.mig.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextConversionTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T10:00:00+02:00,      2026-01-01 08:00:00",
        "2026-01-01 10:00:00.5Z,         2026-01-01 10:00:00.5",
        "2026-01-01 10:00:00 -0130,      2026-01-01 11:30:00",
        "2026-01-01 01:00+02,            2025-12-31 23:00:00",
        "2026-01-01t10:00:00.123456z,    2026-01-01 10:00:00.123456",
        "2026-01-01 10:00:00,            2026-01-01 10:00:00",
        "2026-01-01,                     2026-01-01",
        "soon,                           soon",
    })
    void aMomentWithAnOffsetIsSaidInUtc(String given, String said) {
        assertThat(TextConversion.MOMENT_IN_UTC.of(given)).isEqualTo(said);
        assertThat(TextConversion.AS_IT_IS.of(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "F, 0", "Yes, 1", "off, 0", "1, 1", "0, 0", "2, 2", "perhaps, perhaps"})
    void aTruthIsANumber(String given, String said) {
        assertThat(TextConversion.TRUTH_AS_NUMBER.of(given)).isEqualTo(said);
    }
}
