package dev.mig.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.RowFile;
import dev.mig.source.Source;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksumsTest {
    private static final String TEXT = "revision a1 'one'\n\nupgrade {\n  load 'r.csv' into t\n}\n";

    @Test
    void sayHowTheyWereTaken() {
        Checksums sums = sums(TEXT, "");

        assertThat(sums.text()).matches("sha256:[0-9a-f]{64}");
        assertThat(sums.meaning()).matches("sha256-mig1:[0-9a-f]{64}");
    }

    @Test
    void layoutAndCommentsChangeTheTextOnly() {
        Checksums sums = sums(TEXT, "a");
        Checksums other = sums("revision a1 'two'\n-- why\nUPGRADE { LOAD 'r.csv' INTO t }\n", "a");

        assertThat(other.text()).isNotEqualTo(sums.text());
        assertThat(other.meaning()).isEqualTo(sums.meaning());
    }

    @Test
    void whatIsDoneAndLoadedIsTheMeaning() {
        String meaning = sums(TEXT, "a").meaning();

        assertThat(sums(TEXT.replace("into t", "into u"), "a").meaning()).isNotEqualTo(meaning);
        assertThat(sums(TEXT, "b").meaning()).isNotEqualTo(meaning);
        assertThat(sums(TEXT, "b").text()).isEqualTo(sums(TEXT, "a").text());
    }

    @Test
    void lineEndsOfRowsDoNotCountWhereverAChunkEnds() {
        String line = "x".repeat(65_535);
        String meaning = sums(TEXT, line + "\n\ud83d\ude00\n").meaning();

        assertThat(sums(TEXT, line + "\r\n\ud83d\ude00\r\n").meaning()).isEqualTo(meaning);
        assertThat(sums(TEXT, line + "\r\ud83d\ude00\n").meaning()).isNotEqualTo(meaning);
        assertThat(sums(TEXT, "a\r").meaning()).isNotEqualTo(sums(TEXT, "a").meaning());
    }

    @Test
    void whatCannotBeReadMeansItsText() {
        assertThat(sums("revision a1\nupgrade {", "").meaning())
                .isNotEqualTo(sums("revision a1\nupgrade", "").meaning());
    }

    private static Checksums sums(String text, String rows) {
        RowFile file = new RowFile() {
            @Override
            public String name() {
                return "r.csv";
            }

            @Override
            public Reader open() {
                return new StringReader(rows);
            }
        };
        return Checksums.of(new Source("a.mig", text), List.of(), List.of(file));
    }
}
