package dev.mig.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.compile.CompiledRevision;
import dev.mig.compile.MemoryHistory;
import dev.mig.compile.Target;
import dev.mig.model.Database;
import dev.mig.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Revisions in SQL, from the file to what a database is sent. */
class SqlRevisionTest {
    private static final Target H2 = new Target(Database.H2, Map.of("tenant", "acme"));

    @Test
    void eachStatementOfASectionIsSentAndStandsInTheFile() {
        assertThat(statements("-- upgrade\ncreate table t (a int); -- one\n\n  insert into t\n  values (1);\n"))
                .containsExactly("x.sql:3:1 create table t (a int)", "x.sql:5:3 insert into t\n  values (1)");
    }

    @Test
    void variablesAreReplaced() {
        assertThat(statements("-- upgrade\ncreate schema ${tenant};\n"))
                .containsExactly("x.sql:3:1 create schema acme");
    }

    @Test
    void whatOnlyAShellUnderstandsIsRefused() {
        assertThat(refusals("\\connect other\nselect 1;\n"))
                .containsExactly("x.sql:3:1 \"\\connect other\" is a command of the database's shell, which no database"
                        + " understands");
        assertThat(refusals("select 1;\ncopy t (a) from stdin;\n1\tit's\n\\.\n"))
                .containsExactly("x.sql:4:1 copy … from stdin takes rows that only the database's shell sends");
        assertThat(refusals("begin;\ninsert into t values (1);\nCOMMIT work;\nrollback to savepoint a;\n"))
                .containsExactly(
                        "x.sql:3:1 \"begin\" would cut the transaction in which the run keeps its account",
                        "x.sql:5:1 \"commit\" would cut the transaction in which the run keeps its account");
        assertThat(refusals("insert into t values ('open);\n"))
                .containsExactly("x.sql:3:23 the quote ' that begins here is never closed");
    }

    private static List<String> statements(String text) {
        Drafts drafts = drafts(text);
        assertThat(drafts.diagnostics()).isEmpty();
        return drafts.drafts().stream()
                .map(Drafts.Draft::statement)
                .map(it -> it.span().location() + " " + it.literal(H2Dialect.INSTANCE.style()))
                .toList();
    }

    private static List<String> refusals(String text) {
        return drafts("-- upgrade\n" + text).diagnostics().stream()
                .map(it -> it.span().location() + " " + it.message())
                .toList();
    }

    private static Drafts drafts(String text) {
        CompiledRevision revision = new MemoryHistory()
                .with(new Source("x.sql", "-- revision a\n" + text))
                .compiler()
                .compileAll(H2)
                .orThrow()
                .revision("a");
        Drafts drafts = new Drafts(H2Dialect.INSTANCE.style());
        revision.migration().upgrade().forEach(it -> {
            drafts.begin(it.operation());
            H2Dialect.INSTANCE.write(it.operation(), revision.before(), drafts);
        });
        return drafts;
    }
}
