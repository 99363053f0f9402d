package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.compile.SchemaCompiler;
import dev.mig.compile.Target;
import dev.mig.diff.BlockText;
import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.diff.Overlay;
import dev.mig.diff.SchemaText;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Folding;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.script.Revisions;
import dev.mig.script.SqlStyle;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * From one wanted schema to the next and back again: each step is found by comparing, written as a revision, read from
 * that text, run, and compared once more.
 *
 * <p>A file of {@code roundtrip} holds the schemas, parted by lines {@code -- then --}. Its first line may name databases
 * that refuse it, and such as do not look beyond their own schema.
 */
abstract class ComparingContract extends ContractPart {
    private static final Path CASES = Path.of("src/test/resources/roundtrip");

    ComparingContract(TestDatabase database) {
        super(database);
    }

    @TestFactory
    Stream<DynamicTest> whatComparingFindsMakesItSo() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList().stream()
                    .map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> {
                        clear();
                        String text = Files.readString(it);
                        List<String> states = List.of(text.split("-- then --\n"));
                        if (says(text, "-- refused by")) {
                            assertThatThrownBy(() -> there(states)).isInstanceOf(DiagnosticException.class);
                        } else if (!says(text, "-- not seen by")) {
                            thereAndBack(states);
                        }
                    }));
        }
    }

    private boolean says(String text, String words) {
        return text.lines()
                .filter(it -> it.startsWith(words))
                .anyMatch(
                        it -> List.of(it.split(" ")).contains(style().database().word()));
    }

    private void thereAndBack(List<String> texts) {
        List<SchemaModel> wanted = new ArrayList<>();
        wanted.add(SchemaModel.empty(folding()));
        Revisions revisions = there(texts);
        texts.forEach(it -> wanted.add(read(it)));
        canBeTakenOver();
        for (int at = texts.size(); at > 0; at--) {
            run(revisions.downgrade(List.of("r" + at), "-1", dialect()));
            assertThat(missing(wanted.get(at - 1), revisions, at == 1 ? List.of() : List.of("r" + (at - 1))))
                    .as("back at " + (at - 1))
                    .isEmpty();
        }
    }

    private Revisions there(List<String> texts) {
        Revisions revisions = Revisions.none();
        List<String> rows = List.of();
        for (int at = 1; at <= texts.size(); at++) {
            SchemaModel wanted = read(texts.get(at - 1));
            ComparedSchema from = live(revisions, rows);
            ComparedSchema to = authored(wanted);
            BlockText block = new BlockText(style().database(), List.of(), BlockText.Language.MIG);
            String body = "upgrade {\n" + block.of(between(from, to), from.written()) + "}\ndowngrade {\n"
                    + block.of(between(to, from), to.written()) + "}\n";
            revisions.add("r" + at, body);
            run(revisions.upgrade(rows, "r" + at, dialect()));
            rows = List.of("r" + at);
            assertThat(missing(wanted, revisions, rows)).as("after " + body).isEmpty();
        }
        return revisions;
    }

    /** What is told to somebody who has no revisions can be read, and is what there is. */
    private void canBeTakenOver() {
        ComparedSchema unmanaged = live(Revisions.none(), List.of());
        String told = SchemaText.of(unmanaged.written(), style().database());
        assertThat(between(unmanaged, authored(read(told))))
                .as("taken over: " + told)
                .isEmpty();
    }

    private List<Operation> missing(SchemaModel wanted, Revisions revisions, List<String> rows) {
        return between(live(revisions, rows), authored(wanted));
    }

    private List<Operation> between(ComparedSchema from, ComparedSchema to) {
        return Difference.between(from, to, style(), ComparisonBasis.DATABASE, List.of());
    }

    private SchemaModel read(String text) {
        return new SchemaCompiler(new Target(style().database(), Map.of()))
                .compile(new Source("schema.mig", text))
                .orThrow();
    }

    private ComparedSchema live(Revisions revisions, List<String> rows) {
        SchemaModel replayed = rows.isEmpty() ? SchemaModel.empty(folding()) : revisions.schemaAfter(rows, dialect());
        try (DatabaseReader reader = reader()) {
            return new Overlay(style(), ComparisonBasis.DATABASE)
                    .of(reader.schema(Scope.EVERYTHING), authored(replayed));
        }
    }

    private ComparedSchema authored(SchemaModel written) {
        return switch (new SchemaNormalizer(connections(), dialect(), Scope.EVERYTHING).ask(written)) {
            case SchemaNormalizer.Told(SchemaModel told) -> new ComparedSchema(written, told);
            case SchemaNormalizer.Failed(String sql, String why) -> throw new AssertionError(sql + ": " + why);
            case SchemaNormalizer.Nowhere(String why) -> throw new AssertionError(why);
        };
    }

    private SqlStyle style() {
        return dialect().style();
    }

    private Folding folding() {
        return style().folding();
    }
}
