package dev.mig.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    private static SourceText decode(byte[] bytes) {
        return SourceText.decode("a.mig", bytes);
    }

    @Test
    void aMarkAndForeignLineEndsMeanNothing() {
        assertThat(decode("\uFEFFä\r\nb\n\r\n".getBytes(UTF_8)).orThrow().text())
                .isEqualTo("ä\nb\n\n");
        assertThat(decode(new byte[0]).orThrow().text()).isEmpty();
    }

    @Test
    void theReplacementCharacterMayBeTheAuthorsOwn() {
        assertThat(decode("a\uFFFDb".getBytes(UTF_8)).orThrow().text()).isEqualTo("a\uFFFDb");
    }

    @Test
    void bytesOfAnotherEncodingAreReportedWhereTheyStand() {
        SourceText text = decode("a\r\nbc\r\ndä".getBytes(ISO_8859_1));

        assertThat(text.source()).isNull();
        Diagnostic wrong = text.diagnostics().getFirst();
        assertThat(wrong.code()).isEqualTo(Code.ENCODING);
        assertThat(wrong.span().location()).isEqualTo("a.mig:3:2");
        assertThat(wrong.message()).isEqualTo("the byte E4 here is not UTF-8");
        assertThat(wrong.hints())
                .containsExactly("save the file as UTF-8, for example: iconv -f latin1 -t utf-8 a.mig");
    }

    @Test
    void aFileInUtf16IsRecognised() {
        assertThat(decode("revision a".getBytes(UTF_16))
                        .diagnostics()
                        .getFirst()
                        .hints())
                .containsExactly("the file looks like UTF-16: save it as UTF-8");
        assertThat(decode("revision a".getBytes(UTF_16LE))
                        .diagnostics()
                        .getFirst()
                        .hints())
                .containsExactly("the file looks like UTF-16: save it as UTF-8");
    }

    @Test
    void nulAndLoneCarriageReturnsAreNoText() {
        assertThat(decode("a\nb\0".getBytes(UTF_8)).diagnostics())
                .extracting(it -> it.span().location())
                .containsExactly("a.mig:2:2");
        assertThat(decode("a\rb".getBytes(UTF_8)).diagnostics())
                .extracting(Diagnostic::code)
                .isEqualTo(List.of(Code.ENCODING));
    }

    @Test
    void aBeginningEndsWithAWholeLine() {
        byte[] bytes = "one\ntwo ä".getBytes(UTF_8);

        assertThat(SourceText.decodeBeginning("a", bytes, bytes.length - 1)
                        .orThrow()
                        .text())
                .isEqualTo("one\n");
        assertThat(SourceText.decodeBeginning("a", bytes, 2).orThrow().text()).isEmpty();
    }
}
