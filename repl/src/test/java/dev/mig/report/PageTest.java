package dev.mig.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.report.Page.Definition;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void definitionsWrapWithinTheirColumn() {
        assertThat(written(
                        40,
                        it -> it.definitions(
                                2,
                                TextStyle.COMMAND,
                                List.of(
                                        new Definition("-q", "print results and errors only, nothing else at all"),
                                        new Definition("-x KEY=VALUE", "set")))))
                .isEqualTo("""
                          -q            print results and errors
                                        only, nothing else at
                                        all
                          -x KEY=VALUE  set
                        """);
    }

    @Test
    void aTermTooLongForItsColumnStandsAlone() {
        assertThat(written(
                        30,
                        it -> it.definitions(
                                0,
                                TextStyle.COMMAND,
                                List.of(new Definition("a term that is very long", "says little")))))
                .isEqualTo("""
                        a term that is very long
                                         says little
                        """);
    }

    @Test
    void aParagraphIsNeverWiderThanIsPleasant() {
        assertThat(written(Integer.MAX_VALUE, it -> it.paragraph(0, "word ".repeat(50)))
                        .lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private static String written(int width, Consumer<Page> writing) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        writing.accept(new Page(out, false, () -> width));
        out.flush();
        return text.toString();
    }
}
