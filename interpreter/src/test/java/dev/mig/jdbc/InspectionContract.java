package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.diff.StatementTree;
import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RandomOperations;
import dev.mig.model.SchemaModel;
import dev.mig.script.Revisions;
import dev.mig.script.Script;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a database says of its structure is what replaying says of it. */
abstract class InspectionContract extends ContractPart {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** Cases with an expression that the database works out when it is told: only it can say that the two are one. */
    private static final Set<String> WORKED_OUT =
            Set.of("createTable/everyDefault.h2.sql", "createTable/everyDefault.mariadb.sql");

    InspectionContract(TestDatabase database) {
        super(database);
    }

    // ---- revisions

    @TestFactory
    Stream<DynamicTest> afterEveryStatementTheReplayedSchemaIsTheInspectedOne() throws IOException {
        return StatementsContract.cases(dialect()).stream()
                .filter(it -> !WORKED_OUT.contains(GOLDEN.relativize(it).toString()))
                .map(it -> DynamicTest.dynamicTest(GOLDEN.relativize(it).toString(), () -> {
                    clear();
                    upAndDown(it);
                }));
    }

    private void upAndDown(Path sql) throws Exception {
        Revisions revisions = StatementsContract.revisions(sql);
        List<String> below = revisions.below("case");
        if (!below.isEmpty()) {
            run(revisions.upgrade(List.of(), below.getFirst(), dialect()));
        }
        SchemaModel before = inspected();
        assertThat(between(revisions.schemaAfter(below, dialect()), before)).isEmpty();

        run(revisions.upgrade(below, "case", dialect()));
        assertThat(between(revisions.schemaAfter(List.of("case"), dialect()), inspected()))
                .isEmpty();

        Script down;
        try {
            down = revisions.downgrade(List.of("case"), "-1", dialect());
        } catch (DiagnosticException noWayBack) {
            return;
        }
        run(down);
        assertThat(between(before, inspected())).isEmpty();
    }

    // ---- random operations

    @Test
    void afterEveryRandomRevisionTheReplayedSchemaIsTheInspectedOne() throws Exception {
        int done = 0;
        for (int seed = 0; seed < 6; seed++) {
            clear();
            done += walk(new RandomOperations(seed));
        }
        // What a database refuses is not counted: there is enough left to mean something.
        assertThat(done).isGreaterThan(30);
    }

    /** Up, and every other time down and up again; ends early where the database refuses what has begun. */
    private int walk(RandomOperations random) {
        StatementTree statements = new StatementTree(dialect().style().database());
        Revisions revisions = Revisions.none();
        List<String> rows = List.of();
        SchemaModel before = SchemaModel.empty(dialect().style().folding());
        int done = 0;
        for (int step = 0; step < 20; step++) {
            Operation operation = random.next(before);
            if (operation instanceof Operation.CreateObject || operation instanceof Operation.DropObject) {
                continue;
            }
            String id = "r" + step;
            List<String> at = rows;
            String upgrade = "upgrade {\n" + statements.text(operation) + "\n}\n";
            Optional<Script> up = compiled(revisions, at, id, upgrade + "downgrade auto")
                    .or(() -> compiled(revisions, at, id, upgrade + "downgrade none"));
            if (up.isEmpty()) {
                continue;
            }
            try (JdbcRunner runner = open()) {
                if (runner.run(up.get(), it -> null) instanceof Outcome.Stopped) {
                    return done;
                }
            }
            SchemaModel after = revisions.schemaAfter(List.of(id), dialect());
            assertThat(between(after, inspected())).as("after " + upgrade).isEmpty();
            if (done % 2 == 1 && revisions.text(id).endsWith("auto")) {
                run(revisions.downgrade(List.of(id), "-1", dialect()));
                assertThat(between(before, inspected()))
                        .as("without " + upgrade)
                        .isEmpty();
                run(revisions.upgrade(rows, id, dialect()));
                assertThat(between(after, inspected())).as("again " + upgrade).isEmpty();
            }
            before = after;
            rows = List.of(id);
            done++;
        }
        return done;
    }

    /** Empty, and the revision is none, where it is refused. */
    private Optional<Script> compiled(Revisions revisions, List<String> rows, String id, String body) {
        try {
            return Optional.of(revisions.add(id, body).upgrade(rows, id, dialect()));
        } catch (DiagnosticException refused) {
            revisions.remove(id);
            return Optional.empty();
        }
    }

    // ---- what is seen

    @Test
    void theTablesOfThisProgramAreNeverSeen() {
        apply(books(), "head");

        assertThat(inspected().tables())
                .extracting(it -> it.name().toString())
                .containsExactly("authors", "books", "prizes", "shelves");
    }

    @Test
    void onlyWhatIsInScopeIsSeen() {
        apply(books(), "head");

        assertThat(names(Scope.of(List.of("*s", "nothing"), List.of("s*", "PRIZES"))))
                .containsExactly("authors", "books");
        assertThat(names(Scope.of(List.of(), List.of("*o*")))).containsExactly("prizes", "shelves");
        assertThat(names(Scope.only(Set.of(QualifiedIdentifier.bare("Books"))))).containsExactly("books");
    }

    @Test
    void howManyQuestionsAreAskedDoesNotHangOnHowManyTablesThereAre() throws SQLException {
        apply(books(), "head");
        int few = questions();
        StringBuilder more = new StringBuilder("upgrade {\n");
        for (int i = 0; i < 30; i++) {
            more.append("  create table t").append(i).append(" { id bigint primary key, a integer unique }\n");
            more.append("  create index ix_t")
                    .append(i)
                    .append(" on t")
                    .append(i)
                    .append(" (a desc)\n");
        }
        apply(books().add("d4", more.append("}\n").toString()), "head");

        assertThat(questions()).isEqualTo(few).isLessThanOrEqualTo(15);
        assertThat(inspected().tables()).hasSize(34);
    }

    private int questions() throws SQLException {
        try (Connection connection = connections().run()) {
            RoundTrips counted = new RoundTrips(connection);
            Inspector.of(dialect().style().database()).inspect(counted.connection(), Scope.EVERYTHING);
            return counted.count();
        }
    }

    private List<String> names(Scope scope) {
        try (DatabaseReader reader = reader()) {
            List<String> names = new ArrayList<>();
            reader.schema(scope).tables().forEach(it -> names.add(it.name().toString()));
            return names;
        }
    }
}
