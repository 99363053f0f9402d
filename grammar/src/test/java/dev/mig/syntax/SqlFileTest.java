package dev.mig.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.syntax.tree.SqlFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SqlFileTest {
    private static final String HEADER = "-- revision a1 'one'\n";

    @Test
    void aSectionIsWhatStandsBelowItsMark() {
        SqlFile file = parse(
                "-- why\n-- upgrade\nselect 1;\n  -- UPGRADE the rest later\nselect 2;\n-- Downgrade \nselect 3\n");

        assertThat(file.upgrade().text()).isEqualTo("\nselect 1;\n  -- UPGRADE the rest later\nselect 2;\n");
        assertThat(file.downgrade())
                .isInstanceOfSatisfying(
                        SqlFile.Section.class, it -> assertThat(it.sql().text()).isEqualTo("\nselect 3\n"));
    }

    @Test
    void whatHasNoStatementIsNoWayBack() {
        assertThat(none("-- upgrade\nselect 1")).isNull();
        assertThat(none("-- upgrade\nselect 1;\n-- downgrade\n -- later;\n/* ; */ ;\n"))
                .isEqualTo("its downgrade section holds no statement");
        assertThat(none("-- upgrade\nselect 1;\n-- downgrade none\n")).isNull();
        assertThat(none("-- downgrade none 'the rows are gone'\n-- upgrade\nselect 1;\n"))
                .isEqualTo("the rows are gone");
        assertThat(parse("-- upgrade\nselect 1\n-- downgrade nothing\n").downgrade())
                .isInstanceOf(SqlFile.Nothing.class);
    }

    @Test
    void whatDoesNotFitIsToldAtItsPlace() {
        assertThat(problem("select 1;\n-- upgrade\nselect 2\n"))
                .isEqualTo("a.sql:2:1 SQL stands before the first section");
        assertThat(problem("select 1;\n")).isEqualTo("a.sql:2:1 the file has no upgrade section");
        assertThat(problem("-- +goose Up\nselect 1;\n"))
                .isEqualTo("a.sql:2:1 the upgrade section begins with another word here");
        assertThat(problem("-- upgrade\n-- upgrade\n")).isEqualTo("a.sql:3:1 the section is there already");
        assertThat(problem("-- upgrade\nselect 1\n-- downgrade auto\n"))
                .isEqualTo("a.sql:4:1 a way back cannot be derived from SQL");
        assertThat(problem("-- upgrade\nselect 1\n-- downgrade nothing\nselect 2\n"))
                .isEqualTo("a.sql:4:1 the file says \"nothing\", and SQL follows");
        assertThat(problem("-- upgrade nothing\n")).isEqualTo("a.sql:2:1 only a downgrade can be \"nothing\"");
    }

    @Test
    void aMillionBlankLinesAreNothing() {
        assertThat(none("-- upgrade\n" + " ;\n".repeat(1_000_000) + "-- downgrade\n" + "\n".repeat(1_000_000)))
                .isNotNull();
    }

    private static @Nullable String none(String text) {
        return ((SqlFile.None) parse(text).downgrade()).reason();
    }

    private static SqlFile parse(String text) {
        return Mig.parseSql(new Source("a.sql", HEADER + text)).orThrow();
    }

    private static String problem(String text) {
        Diagnostic first =
                Mig.parseSql(new Source("a.sql", HEADER + text)).diagnostics().getFirst();
        return first.span().location() + " " + first.message();
    }
}
