package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.script.Dialect;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every statement of the language: up, down to the schema before it, and the same once more. */
abstract class StatementsContract extends ContractPart {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** Cases that only compile: their SQL is made up, or is about what somebody else has made. */
    private static final List<String> ONLY_COMPILED = List.of(
            "constraints/outside",
            "createTable/names",
            "data/insert",
            "objects/objects",
            "raw/sql",
            "raw/unknown",
            "types/addValue",
            "types/types",
            // Written in the SQL of one database, or with the types, collations and schemas of one.
            "constraints/setSchema.postgresql",
            "createTable/everyType.postgresql",
            "createTable/everything.postgresql");

    /** Cases with SQL that only H2 reads. */
    private static final List<String> ONLY_H2 = List.of("object/plain", "script/plain");

    StatementsContract(TestDatabase database) {
        super(database);
    }

    @TestFactory
    Stream<DynamicTest> everyStatementRunsUpAndDownAndUpAgain() throws IOException {
        return cases(dialect()).stream()
                .map(it -> DynamicTest.dynamicTest(GOLDEN.relativize(it).toString(), () -> {
                    clear();
                    upDownUp(it);
                }));
    }

    /** The files with the SQL of a database, of all cases that can run. */
    static List<Path> cases(Dialect dialect) throws IOException {
        String ending = "." + dialect.style().database().word() + ".sql";
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            List<Path> cases = files.filter(it -> it.toString().endsWith(ending))
                    .filter(it -> ONLY_COMPILED.stream()
                            .noneMatch(only -> it.toString().contains("/" + only + ".")))
                    .filter(it -> dialect.style().database() == Database.H2
                            || ONLY_H2.stream().noneMatch(only -> it.toString().contains("/" + only + ".")))
                    .sorted()
                    .toList();
            assertThat(cases).isNotEmpty();
            return cases;
        }
    }

    static Revisions revisions(Path sql) throws IOException {
        String name = sql.getFileName().toString();
        return Revisions.golden(sql.resolveSibling(name.substring(0, name.indexOf('.')) + ".mig"));
    }

    private void upDownUp(Path sql) throws Exception {
        Revisions revisions = revisions(sql);
        List<String> below = revisions.below("case");
        if (!below.isEmpty()) {
            run(revisions.upgrade(List.of(), below.getFirst(), dialect()));
        }
        List<String> before = structure();
        run(revisions.upgrade(below, "case", dialect()));
        List<String> after = structure();
        Script down;
        try {
            down = revisions.downgrade(List.of("case"), "-1", dialect());
        } catch (DiagnosticException e) {
            assertThat(Files.readString(sql)).contains("-- no way back");
            return;
        }
        run(down);
        assertThat(structure()).isEqualTo(before);
        run(revisions.upgrade(below, "case", dialect()));
        assertThat(structure()).isEqualTo(after);
        run(down);
        assertThat(structure()).isEqualTo(before);
    }
}
