package dev.mig.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DedentTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of("   ", ""),
                Arguments.of("\n  \n", ""),
                Arguments.of(" select 1 ", "select 1"),
                Arguments.of("\n    a\n      b\n    c\n  ", "a\n  b\nc"),
                Arguments.of("\n    a\n\n  \n    c\n", "a\n\n\nc"),
                Arguments.of("a\n    b\n      c", "a\nb\n  c"),
                Arguments.of("  a\n    b", "a\nb"),
                Arguments.of("\n\n  a\n", "\na"),
                Arguments.of("\n  a  \n  b  ", "a  \nb"),
                Arguments.of("\n\ta\n\t\tb\n", "a\n\tb"),
                Arguments.of("\n\ta\n  b\n", "\ta\n  b"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void leavesOutTheLayoutOfTheFile(String text, String sql) {
        assertThat(Dedent.strip(text)).isEqualTo(sql);
    }
}
