package dev.mig.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each {@code cases/x.mig} is {@code cases/x.tree}, or is refused as {@code cases/x.err} says. */
class MigTest {
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    static Stream<Path> cases() {
        return Samples.files(".mig").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatTheGoldenFileSays(Path mig) throws IOException {
        Parsed<MigFile> parsed = Samples.parse(Samples.read(mig));
        MigFile tree = parsed.tree();
        boolean right = tree != null;
        Path golden = Samples.sibling(mig, right ? ".tree" : ".err");
        String actual = tree != null ? TreeText.of(tree) : Samples.drawn(parsed.diagnostics());
        if (REWRITE) {
            Files.deleteIfExists(Samples.sibling(mig, right ? ".err" : ".tree"));
            Files.writeString(golden, actual);
        }
        assertThat(golden).content().isEqualTo(actual);
    }

    @Test
    void noGoldenFileIsOrphaned() {
        List<Path> goldens = new ArrayList<>(Samples.files(".tree"));
        goldens.addAll(Samples.files(".err"));
        assertThat(goldens.stream().map(it -> Samples.sibling(it, ".mig")))
                .containsExactlyInAnyOrderElementsOf(Samples.files(".mig"));
    }

    @Test
    void spansAreThoseOfTheText() {
        String text = "revision a\nupgrade {\n  alter table t {\n    add  𝒳  text not null\n  }\n}\n";
        MigFile file = Samples.parse(text).orThrow();
        Statement.AlterTable alter =
                (Statement.AlterTable) file.upgrade().statements().getFirst();
        AlterAction.AddColumn add = (AlterAction.AddColumn) alter.actions().getFirst();

        assertThat(file.header().span().text()).isEqualTo("revision a");
        assertThat(alter.span().text()).startsWith("alter table t {").endsWith("}");
        assertThat(add.span().text()).isEqualTo("add  𝒳  text not null");
        assertThat(add.column().span().text()).isEqualTo("𝒳  text not null");
        assertThat(add.column().name().text()).isEqualTo("𝒳");
        assertThat(add.column().options().getFirst().span().text()).isEqualTo("not null");
        assertThat(add.column().options().getFirst().span().column()).isEqualTo(18);
        assertThat(file.downgrade().span().start()).isEqualTo(text.length());
    }

    @Test
    void commentsOfTheFileAreKeptAndThoseOfRawSqlAreNot() {
        MigFile file = Samples.parse("""
                -- one
                revision a -- two
                upgrade { -- three
                  create table t { -- four
                    a int check (a > 0 -- raw
                      and a < 9) -- five
                    primary key (a /* six */)
                  }
                  insert into t (a) values (1, (2 /* raw */)), -- seven
                    ((now(/* raw */)))
                  sql \"""
                    -- raw
                    select 1
                  \"""
                }
                -- eight
                """).orThrow();

        assertThat(file.comments().stream().map(it -> (it.ownLine() ? "+" : "") + it.text()))
                .containsExactly(
                        "+-- one", "-- two", "-- three", "-- four", "-- five", "/* six */", "-- seven", "+-- eight");
    }

    @Test
    void aSchemaFileHoldsWhatThereIs() {
        Parsed<MigSchema> right = Mig.parseSchema(new Source("schema.mig", """
                -- all of it
                create type mood as enum ('ok')
                create table t { a mood }
                comment on table t 'x'
                create index on t (a)
                create object trigger t.x ""\" create … ""\"
                """));
        assertThat(right.orThrow().statements()).hasSize(5);
        assertThat(right.orThrow().comments()).hasSize(1);

        Parsed<MigSchema> wrong = Mig.parseSchema(
                new Source("schema.mig", "create table t { a int }\ndrop table u\nalter table t add b int"));
        assertThat(wrong.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.SCHEMA_STATEMENT, Code.SCHEMA_STATEMENT);

        Parsed<MigSchema> revision = Mig.parseSchema(new Source("schema.mig", "upgrade { drop table t }"));
        assertThat(Samples.drawn(revision.diagnostics()))
                .contains("statements stand here without the braces of upgrade and downgrade");
    }

    @Test
    void statementsAreReadWithoutABlock() {
        assertThat(Mig.parseStatements(new Source("", "drop table a; drop table b\n\nupdate t\nset a = 1"))
                        .orThrow())
                .hasSize(3);
        assertThat(Mig.parseStatements(new Source("", " \n")).orThrow()).isEmpty();
        assertThat(Mig.parseStatements(new Source("", "drop tabel a")).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(Code.MISSPELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE T { A INT NOT NULL }", "Create Table T { A Int Not Null }"})
    void keywordsHaveNoCase(String statement) {
        assertThat(Spanless.of(Mig.parseStatements(new Source("", statement)).orThrow()))
                .isEqualTo(Spanless.of(Mig.parseStatements(new Source("", "create table T { A int not null }"))
                        .orThrow()));
    }

    @Test
    void mistakesBeyondTwentyAreCounted() {
        List<Diagnostic> shown = Samples.parse("revision a\nupgrade {\n" + "  drop tabel t\n".repeat(35) + "}\n")
                .diagnostics();

        assertThat(shown).hasSize(21);
        assertThat(shown.getLast().code()).isEqualTo(Code.MORE);
        assertThat(shown.getLast().message()).contains("15 more");
    }

    @Test
    void aFileOfEightMebibytesIsReadAndALargerOneIsNot() {
        String line = "  insert into t (a) values ('" + "x".repeat(1000) + "')\n";
        int lines = (Mig.LARGEST_FILE - 100) / line.length();
        String text = "revision a\nupgrade {\n" + line.repeat(lines) + "}\n";
        assertThat(Samples.parse(text).orThrow().upgrade().statements()).hasSize(lines);

        Parsed<MigFile> larger = Samples.parse(text + "-- " + "ü".repeat(line.length()));
        assertThat(larger.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.TOO_LARGE);
    }
}
