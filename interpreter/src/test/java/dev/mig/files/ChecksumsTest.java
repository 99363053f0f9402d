package dev.mig.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.compile.RevisionFiles;
import dev.mig.model.RowFile;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void commentsAndLayoutOfSqlDoNotCountWhereAllDatabasesAgreeOnThem() {
        String text =
                "-- revision a1 'one'\n-- upgrade\ninsert into t values ('a  b') ; -- why\n-- downgrade nothing\n";
        String meaning = ofSql(text);

        assertThat(ofSql(text.replace("'one'", "'two'").replace("insert", "/* x */ insert\n ")))
                .isEqualTo(meaning);
        assertThat(ofSql(text.replace("a  b", "a b"))).isNotEqualTo(meaning);
        assertThat(ofSql(text.replace("-- why", "--why"))).isNotEqualTo(meaning);
        assertThat(ofSql(text.replace("-- why", "/*! why */"))).isNotEqualTo(meaning);
        assertThat(ofSql(text.replace("-- upgrade", "-- timeout lock 5s\n-- upgrade")))
                .isNotEqualTo(meaning);
        assertThat(ofSql(text.replace("-- downgrade nothing", "-- downgrade none")))
                .isNotEqualTo(meaning);
        String doubtful = text.replace("-- why", "$$ -- why");
        assertThat(ofSql(doubtful.replace("why", "what"))).isNotEqualTo(ofSql(doubtful));
    }

    @Test
    void whatAScriptImportsAndNamesIsItsMeaning() {
        String text = """
            // revision a1 'one'
            import { f } from './lib/f.js'
            export function upgrade(op) { op.load('t', 'r.csv') }
            """;
        String meaning = ofScript(text, "a");

        assertThat(ofScript(text.replace("'one'", "'two'").replace("import", "\nimport") + "\n", "a"))
                .isEqualTo(meaning);
        assertThat(ofScript(text, "b")).isNotEqualTo(meaning);
        assertThat(ofScript(text.replace("op.load", "op .load"), "a")).isNotEqualTo(meaning);
        assertThat(ofScript(text.replace("'one'", "'one'\n// timeout lock 5s"), "a"))
                .isNotEqualTo(meaning);
        assertThat(Checksums.mayNameFiles(new Source("a1.js", text))).isTrue();
        assertThat(Checksums.mayNameFiles(new Source("a1.js", "// revision a1\nop.scriptFile('f.sql')")))
                .isTrue();
        assertThat(Checksums.mayNameFiles(new Source("a1.js", "// revision a1\nop.sql('a')")))
                .isFalse();
    }

    private static String ofScript(String text, String beside) {
        return Checksums.of(new Source("a1.js", text), new Beside(beside)).meaning();
    }

    private static String ofSql(String text) {
        return Checksums.of(new Source("a1.sql", text), new Beside("")).meaning();
    }

    @Test
    void filesThatOnlySomeDatabasesNeedCountToo() {
        String text = """
            revision a1
            upgrade {
              outside transaction {
                on mysql {
                  script file 'f.sql'
                } else {
                  load 'r.csv' into t
                }
              }
            }
            """;

        assertThat(sums(text, "a").meaning()).isNotEqualTo(sums(text, "b").meaning());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "load 'r.csv' into t",
                "LOAD \t'r.csv' into t",
                "load'r.csv' into t",
                "load/* rows */'r.csv' into t",
                "script file /* with a semicolon */ 'f.sql'"
            })
    void aTextThatMayNameFilesIsKnownWithoutParsing(String statement) {
        String text = "revision a1\nupgrade {\n  " + statement + "\n}\ndowngrade none\n";

        assertThat(sums(text, "a").meaning()).isNotEqualTo(sums(text, "b").meaning());
        assertThat(Checksums.mayNameFiles(new Source("a1.mig", text))).isTrue();
    }

    @Test
    void aTextWithoutFilesIsKnownWithoutParsing() {
        String text = """
            revision a1 'load of files'
            upgrade {
              create table loads { file varchar(20) not null default 'none', reload int }
            }
            downgrade auto
            """;

        assertThat(Checksums.mayNameFiles(new Source("a1.mig", text))).isFalse();
        assertThat(Checksums.mayNameFiles(new Source("a1.mig", ""))).isFalse();
    }

    @Test
    void aFileThatIsNotThereCountsByItsName() {
        RevisionFiles none = new HistoryFiles(
                MigrationsFolder.read(List.of(), new DisplayNames(Path.of("/"))),
                new DisplayNames(Path.of("/")),
                Map.of());
        Source revision = new Source("a.mig", TEXT);

        assertThat(Checksums.of(revision, none).meaning())
                .isEqualTo(Checksums.of(revision, none).meaning())
                .isNotEqualTo(Checksums.of(new Source("a.mig", TEXT.replace("r.csv", "s.csv")), none)
                        .meaning());
    }

    private static Checksums sums(String text, String rows) {
        return Checksums.of(new Source("a.mig", text), new Beside(rows));
    }

    /** Whatever a revision names has the same text. */
    private record Beside(String file) implements RevisionFiles {
        @Override
        public Source text(String id) {
            throw new IllegalArgumentException(id);
        }

        @Override
        public Source script(String id, String path, Span place) {
            return new Source(path, file);
        }

        @Override
        public RowFile rows(String id, String path, Span place) {
            return new Rows(path, file);
        }
    }

    private record Rows(String name, String text) implements RowFile {
        @Override
        public Reader open() {
            return new StringReader(text);
        }
    }
}
