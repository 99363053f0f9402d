package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.compile.SchemaCompiler;
import dev.mig.compile.Target;
import dev.mig.diff.BlockText;
import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.diff.SchemaText;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.script.Revisions;
import dev.mig.script.SqlSplitter;
import dev.mig.script.SqlStyle;
import dev.mig.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A schema as people have them, with functions, triggers and views, made by hand: {@code real/DATABASE.sql}. What is
 * dumped of it makes it again.
 */
abstract class RealSchemaContract extends ContractPart {
    RealSchemaContract(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void made() throws IOException, SQLException {
        String file = "src/test/resources/real/" + style().database().word() + ".sql";
        Source script = new Source(file, Files.readString(Path.of(file)));
        for (SqlSplitter.Piece piece : SqlSplitter.split(script, style().lexicon())) {
            execute(piece.sql());
        }
    }

    @Test
    void whatIsDumpedIsWhatIsThere() {
        SchemaModel there = inspected();

        ComparedSchema read = authored(read(SchemaText.of(there, style().database())));

        assertThat(between(ComparedSchema.of(there), read)).isEmpty();
        assertThat(between(read, ComparedSchema.of(there))).isEmpty();
    }

    @Test
    void whatIsDumpedMakesItAgain() throws SQLException {
        List<String> structure = catalogue();
        String dump = SchemaText.of(inspected(), style().database());
        clear();

        ComparedSchema nothing = ComparedSchema.of(SchemaModel.empty(style().folding()));
        ComparedSchema wanted = authored(read(dump));
        BlockText block = new BlockText(style().database(), List.of(), BlockText.Language.MIG);
        Revisions revisions = Revisions.none()
                .add(
                        "r1",
                        "upgrade {\n" + block.of(between(nothing, wanted), nothing.written()) + "}\ndowngrade {\n"
                                + block.of(between(wanted, nothing), wanted.written()) + "}\n");
        run(revisions.upgrade(List.of(), "r1", dialect()));

        List<String> again = catalogue();
        assertThat(again).allMatch(structure::contains).hasSameSizeAs(structure);
        assertThat(SchemaText.of(inspected(), style().database())).isEqualTo(dump);

        run(revisions.downgrade(List.of("r1"), "-1", dialect()));
        assertThat(SchemaText.of(inspected(), style().database())).isEmpty();
    }

    /**
     * On a connection that nobody has set anything on: how names are quoted depends on it. Six digits of a second are
     * what a timestamp has without a word, and two words are one moment.
     */
    private List<String> catalogue() throws SQLException {
        Connections fresh = connect();
        try (Connection connection = fresh.read().orElseThrow()) {
            return database().structure(connection).stream()
                    .map(it -> it.replace("timestamp(6)", "timestamp").replace("CURRENT_TIMESTAMP", "now()"))
                    .toList();
        }
    }

    private List<Operation> between(ComparedSchema from, ComparedSchema to) {
        return Difference.between(from, to, style(), ComparisonBasis.DATABASE, List.of());
    }

    private SchemaModel read(String text) {
        return new SchemaCompiler(new Target(style().database(), Map.of()))
                .compile(new Source("schema.mig", text))
                .orThrow();
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
}
