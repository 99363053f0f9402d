package dev.mig.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RandomOperations;
import dev.mig.model.SchemaModel;
import dev.mig.model.Shapes;
import dev.mig.model.Table;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryCompilerTest {
    private static final Target H2 = new Target(Database.H2, Map.of("tenant", "main"));

    /** Notes which texts were parsed. */
    private static final class Counting implements RevisionFormat {
        private final MigFormat mig = new MigFormat();
        private final Set<String> read = ConcurrentHashMap.newKeySet();

        @Override
        public boolean reads(String fileName) {
            return mig.reads(fileName);
        }

        @Override
        public Optional<String> naming(Source source) {
            return mig.naming(source);
        }

        @Override
        public Parsed<? extends RevisionBody> read(Source source) {
            read.add(source.name().replace(".mig", ""));
            return mig.read(source);
        }
    }

    private static Set<String> read(MemoryHistory history, String... ids) {
        Counting counting = new Counting();
        Compilation compilation =
                new HistoryCompiler(history.graph(), history, List.of(counting)).compile(List.of(ids), H2);
        assertThat(compilation.diagnostics()).isEmpty();
        return counting.read;
    }

    private static List<Code> codes(Compilation compilation) {
        return compilation.diagnostics().stream().map(Diagnostic::code).toList();
    }

    // ---- which ancestors are read

    @Test
    void readsOnlyAncestorsThatNameWhatIsAskedAbout() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table users { id bigint primary key }")
                .with("b", List.of("a"), "create table orders { id int, user_id bigint references users }")
                .with("c", List.of("b"), "insert into users (id) values (1)")
                .with("d", List.of("c"), "create table other { users int }")
                .with("e", List.of("d"), "create table last { a int }")
                .with("f", List.of("e"), "alter table users add column name text");
        assertThat(read(history, "f")).containsExactlyInAnyOrder("a", "d", "f");
    }

    @Test
    void followsRenamesToWhereTheTableCameFrom() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table one { id bigint primary key }")
                .with("b", List.of("a"), "create table noise { id int }")
                .with("c", List.of("b"), "rename table one to two")
                .with("d", List.of("c"), "rename table TWO to \"Three\"")
                .with("e", List.of("d"), "alter table one_more add x int", "")
                .with("f", List.of("e"), "alter table \"Three\" drop constraint pk_one");
        assertThat(read(history, "f")).containsExactlyInAnyOrder("a", "c", "d", "f");
    }

    @Test
    void knowsTheTypesAndTheForeignKeysOfWhatComesBack() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create type mood as enum ('sad')")
                .with("b", List.of("a"), "create table users { id int primary key }")
                .with("c", List.of("b"), "create table t { m mood, u int references users (id) }")
                .with("d", List.of("c"), "alter type mood rename value 'sad' to 'glad'")
                .with("e", List.of("d"), "rename table users to people")
                .with("f", List.of("e"), "alter table people rename id to person")
                .with("g", List.of("f"), "create table noise { id int }")
                .with("h", List.of("g"), "drop table t");
        assertThat(read(history, "h")).doesNotContain("g");
        Compilation compilation = history.compiler().compile(List.of("h"), H2).orThrow();
        assertThat(OperationDump.of(compilation.revision("h").migration()))
                .contains("Column name=m type=(Enum name=mood values='glad')")
                .contains("target=people targetColumns=person");
    }

    @Test
    void readsWhateverRefersToATableThatGoes() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table users { id int primary key }")
                .with("b", List.of("a"), "create table orders { u int references users }")
                .with("c", List.of("b"), "create table bills { u int references users }")
                .with("d", List.of("c"), "drop table orders", "")
                .with("e", List.of("d"), "drop table users");
        assertThat(history.compiler().compile(List.of("e"), H2).diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.message())
                        .isEqualTo("table \"users\" is needed by the foreign key fk_bills_u_users of table bills"));
    }

    @Test
    void findsTheTableOfAnIndexWithoutAName() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table order_lines { book int }")
                .with("b", List.of("a"), "create index on order_lines (book)")
                .with("c", List.of("b"), "drop index ix_order_lines_book");
        Compilation compilation = history.compiler().compile(List.of("c"), H2).orThrow();
        assertThat(OperationDump.of(compilation.revision("c").migration()))
                .contains("DropIndex name=ix_order_lines_book table=order_lines")
                .contains("CreateIndex table=order_lines");
    }

    /** Its constraints are called as those of a table called {@code table} could be. */
    @Test
    void aTableCalledTableIsNotFoundInEveryStatement() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table table_1 { id bigint identity primary key, code int unique }")
                .with("b", List.of("a"), "create  table\n index_2 { id bigint primary key }")
                .with("c", List.of("b"), "create index index_3 on index_2 (id)\n drop index index_3")
                .with("d", List.of("c"), "create table table_4 { id bigint identity primary key, code int unique }")
                .with("e", List.of("d"), "create index on table_4 (code)");
        assertThat(read(history, "d")).containsExactly("d");
        assertThat(read(history, "e")).containsExactlyInAnyOrder("d", "e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table table { id int primary key, b_c int unique }",
                "create table add { id int, b_c int }\n rename table add to table\n alter table table add unique (b_c)",
            })
    void aTableCalledTableIsFound(String statements) {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), statements)
                .with("b", List.of("a"), "create table table_b { c int unique }")
                .with("c", List.of("b"), "alter table table drop b_c");
        assertThat(read(history, "c")).contains("a");
        Compilation compilation = history.compiler().compile(List.of("b"), H2).orThrow();
        assertThat(OperationDump.of(compilation.revision("b").migration())).contains("uq_table_b_c_2");
    }

    @Test
    void takesNoWordOfTheLanguageForATable() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table noise { id int }")
                .with("b", List.of("a"), "create index index_of_noise on noise (id)")
                .with("c", List.of("b"), "create table table { id int }")
                .with("d", List.of("c"), "alter table table add column x int")
                .with("e", List.of("d"), "create table table_2 { id int primary key }");
        assertThat(read(history, "e")).containsExactlyInAnyOrder("c", "d", "e");
    }

    @Test
    void readsTextWithVariablesInIt() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table \"${tenant}_users\" { id int }")
                .with("b", List.of("a"), "alter table \"main_users\" rename id to key");
        assertThat(read(history, "b")).containsExactlyInAnyOrder("a", "b");
    }

    /** What the words say has to be what reading everything says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void readingSomeComesToTheSameAsReadingAll(long seed) {
        Random random = new Random(seed);
        RandomOperations operations = new RandomOperations(seed);
        MemoryHistory history = new MemoryHistory();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> parents = parents(ids, random);
            SchemaModel before = parents.isEmpty()
                    ? SchemaModel.empty(Database.H2.folding())
                    : history.compiler().schemaAfter(parents, H2);
            List<Operation> made = new ArrayList<>(operations.list(before, 1 + random.nextInt(2)));
            if (random.nextInt(12) == 0) {
                operations.raw(before.applyAll(made)).ifPresent(made::add);
            }
            String id = "r" + i;
            history.with(
                    id,
                    parents,
                    String.join("\n", made.stream().map(OperationText::of).toList()));
            ids.add(id);
        }
        Compilation all = history.compiler().compileAll(H2);
        assertThat(all.diagnostics()).isEmpty();
        for (String id : ids) {
            CompiledRevision whole = all.revision(id);
            CompiledRevision part =
                    history.compiler().compile(List.of(id), H2).orThrow().revision(id);
            assertThat(OperationDump.of(part.migration())).as(id).isEqualTo(OperationDump.of(whole.migration()));
        }
    }

    private static List<String> parents(List<String> ids, Random random) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String last = ids.getLast();
        String other = ids.get(Math.max(0, ids.size() - 1 - random.nextInt(4)));
        return switch (random.nextInt(6)) {
            case 0 -> List.of(other);
            case 1 -> other.equals(last) ? List.of(last) : List.of(last, other);
            default -> List.of(last);
        };
    }

    // ---- which schema

    @Test
    void eachRevisionMeetsWhatItsOwnAncestorsLeave() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table t { id int }")
                .with("b1", List.of("a"), "alter table t rename id to one")
                .with("b2", List.of("a"), "alter table t add column two int")
                .with("m", List.of("b1", "b2"), "alter table t { rename one to uno; rename two to due }")
                .with("n", List.of("b2"), "alter table t rename id to still");
        assertThat(history.compiler().compileAll(H2).diagnostics()).isEmpty();
        assertThat(history.compiler().compile(List.of("m", "n"), H2).diagnostics())
                .isEmpty();
        Table merged = history.compiler()
                .schemaAfter(List.of("m"), H2)
                .table(QualifiedIdentifier.bare("t"))
                .known()
                .orElseThrow();
        assertThat(NameResolver.columnNames(merged)).containsExactly("uno", "due");
    }

    @Test
    void aDependencyIsAnAncestorToo() {
        MemoryHistory history = new MemoryHistory()
                .with("x", List.of(), "create table t { id int }")
                .with(new Source("y.mig", "revision y\ndepends on x\nupgrade {\n alter table t rename id to key\n}\n"));
        assertThat(history.compiler().compile(List.of("y"), H2).diagnostics()).isEmpty();
        MemoryHistory without = new MemoryHistory()
                .with("x", List.of(), "create table t { id int }")
                .with("y", List.of(), "alter table t rename id to key");
        assertThat(without.compiler().compile(List.of("y"), H2).diagnostics())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.message()).isEqualTo("table \"t\" does not exist yet");
                    assertThat(it.hints())
                            .containsExactly("revision x creates it, and is no ancestor of this one: depends on x");
                });
    }

    @Test
    void aTableThatALaterRevisionCreatesIsNotThereYet() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table t { u int references users }")
                .with("b", List.of("a"), "create table users { id int primary key }");
        assertThat(history.compiler().compile(List.of("a"), H2).diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.hints())
                        .containsExactly("revision b creates it, and does not come before this one"));
        MemoryHistory anew = new MemoryHistory()
                .with("a", List.of(), "create table t { u int references users }")
                .with("b", List.of("a"), "drop table users", "")
                .with("c", List.of("b"), "create table users { id int primary key }");
        assertThat(anew.compiler().compileAll(H2).diagnostics()).isEmpty();
        assertThat(anew.compiler().compileAll(H2).revision("a").outside())
                .containsExactly(QualifiedIdentifier.bare("users"));
    }

    @Test
    void theSchemasBeforeAndAfterBelongToTheRevision() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table t { id int }")
                .with("b", List.of("a"), "drop table t")
                .with("c", List.of("b"), "create table t { other int }");
        Compilation all = history.compiler().compileAll(H2).orThrow();
        assertThat(all.revisions().keySet()).containsExactly("a", "b", "c");
        assertThat(Shapes.of(all.revision("a").after()))
                .isEqualTo(Shapes.of(all.revision("b").before()));
        assertThat(all.revision("c").before().table(QualifiedIdentifier.bare("t")))
                .isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void eachDatabaseHasItsOwnSchemas() {
        HistoryCompiler compiler = new MemoryHistory()
                .with(
                        "a",
                        List.of(),
                        "create table t { a int }\n"
                                + " on postgresql { alter table t add b int } else { alter table t add c int }")
                .with("b", List.of("a"), "alter table t drop b")
                .compiler();
        assertThat(codes(compiler.compileAll(H2))).containsExactly(Code.COLUMN_UNKNOWN);
        assertThat(codes(compiler.compileAll(new Target(Database.COCKROACHDB, Map.of()))))
                .isEmpty();
    }

    // ---- what only the database knows

    @Test
    void whatTheDatabaseSaysOfAnOutsideTableIsTakenInWhereTheRunBegins() {
        QualifiedIdentifier legacy = QualifiedIdentifier.bare("legacy");
        Table table = new Table(
                legacy,
                List.of(
                        Column.of(Identifier.bare("a"), ColumnType.Plain.TEXT),
                        Column.of(Identifier.bare("b"), ColumnType.Plain.TEXT)),
                List.of(),
                List.of(),
                null,
                List.of());
        MemoryHistory history = new MemoryHistory()
                .with("applied", List.of(), "alter table legacy add column b text")
                .with("next", List.of("applied"), "alter table legacy drop column b")
                .with("last", List.of("next"), "alter table legacy drop column a");
        assertThat(codes(history.compiler().compile(List.of("next"), H2))).containsExactly(Code.IRREVERSIBLE);
        Compilation online =
                history.compiler().compile(List.of("next", "last"), H2, Map.of(legacy, Optional.of(table)));
        assertThat(codes(online)).containsExactly(Code.STILL_NEEDED);
        assertThat(online.revision("next").outside()).isEmpty();
        assertThat(codes(history.compiler().compile(List.of("next"), H2, Map.of(legacy, Optional.empty()))))
                .containsExactly(Code.TABLE_UNKNOWN);
    }

    // ---- what is wrong

    @Test
    void everythingWrongInEveryFileIsSaidAtOnceByPlace() {
        Compilation compilation = new MemoryHistory()
                .with("b", List.of("a"), "alter table t { drop x; drop y }")
                .with("a", List.of(), "create table t { id int; ok mod }\n alter table t drop z")
                .with("c", List.of("b"), "create tble x { }")
                .compiler()
                .compile(List.of("a", "b", "c"), H2);
        assertThat(compilation.diagnostics())
                .extracting(it -> it.span().source().name())
                .containsExactly("a.mig", "a.mig", "b.mig", "b.mig", "c.mig");
        assertThatThrownBy(compilation::orThrow).isInstanceOf(DiagnosticException.class);
        assertThat(compilation.revisions()).containsOnlyKeys("a", "b");
    }

    @Test
    void atMostTwentyOfOneFile() {
        StringBuilder drops = new StringBuilder("create table t { id int }\n");
        for (int i = 0; i < 30; i++) {
            drops.append("alter table t drop x").append(i).append('\n');
        }
        Compilation compilation = new MemoryHistory()
                .with("a", List.of(), drops.toString())
                .with("b", List.of("a"), "alter table t drop y")
                .compiler()
                .compileAll(H2);
        assertThat(compilation.diagnostics()).hasSize(22);
        assertThat(compilation.diagnostics().get(20).message()).isEqualTo("… and 10 more from here on");
        assertThat(compilation.diagnostics().getLast().span().source().name()).isEqualTo("b.mig");
    }

    @Test
    void anAncestorThatDoesNotParseIsReportedIfItMatters() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table t { id int }\n drop tabel u")
                .with("b", List.of("a"), "create table other { id int }")
                .with("c", List.of("b"), "alter table t rename id to key");
        assertThat(codes(history.compiler().compile(List.of("b"), H2))).isEmpty();
        assertThat(history.compiler().compile(List.of("c"), H2).diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.span().source().name()).isEqualTo("a.mig"));
    }

    @Test
    void ancestorsAreNotAskedAgain() {
        MemoryHistory history = new MemoryHistory()
                .with("a", List.of(), "create table t { id int }\n alter table t drop nothing", "")
                .with("b", List.of("a"), "alter table t rename id to key");
        assertThat(codes(history.compiler().compile(List.of("b"), H2))).isEmpty();
        assertThat(codes(history.compiler().compileAll(H2))).containsExactly(Code.COLUMN_UNKNOWN);
    }

    @Test
    void aFormatThatIsNotReadIsRefusedPlainly() {
        MemoryHistory history = new MemoryHistory()
                .with(new Source("20261123_a_points.py", "revision a\nupgrade { }\n"))
                .with("b", List.of("a"), "create table t { id int }");
        Compilation compilation = history.compiler().compile(List.of("b"), H2);
        assertThat(compilation.diagnostics()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo(Code.FORMAT_NOT_RUN);
            assertThat(it.message()).isEqualTo("this build reads no more than the header of \"20261123_a_points.py\"");
        });
    }

    @Test
    void filesBesideARevisionArePartOfIt() {
        CompiledRevision revision = new MemoryHistory()
                .withFile("f.sql", "select 1")
                .withFile("r.csv", "a\n1\n")
                .with(
                        "a",
                        List.of(),
                        "create table t { a int }\n load 'r.csv' into t\n script file 'f.sql' reverse nothing")
                .compiler()
                .compileAll(H2)
                .orThrow()
                .revision("a");
        assertThat(revision.scripts()).extracting(Source::name).containsExactly("f.sql");
        assertThat(revision.rows()).extracting(it -> it.name()).containsExactly("r.csv");
    }

    @Test
    void theLinesOfAScriptAreTheLinesOfItsFile() {
        CompiledRevision revision = new MemoryHistory()
                .with("a", List.of(), "  script \"\"\"\n    one;\n    two;\n  \"\"\" reverse nothing")
                .compiler()
                .compileAll(H2)
                .orThrow()
                .revision("a");
        Operation operation = revision.migration().upgrade().getFirst().operation();
        Span span = operation.span();
        Source script = ((Operation.ExecuteScript) operation).script();
        assertThat(script.line(script.text().indexOf("two"))).isEqualTo(span.line() + 2);
    }

    // ---- scale

    @Test
    void aLongChainAndAWideCombCompile() {
        MemoryHistory history = new MemoryHistory();
        history.with("r0", List.of(), "create table t0 { id int primary key }");
        for (int i = 1; i < 2_000; i++) {
            history.with(
                    "r" + i,
                    List.of("r" + (i - 1)),
                    "create table t" + i + " { id int primary key; up int references t" + (i - 1) + " }");
        }
        List<String> teeth = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            history.with("c" + i, List.of("r0"), "create table c" + i + " { id int references t0 }");
            teeth.add("c" + i);
        }
        history.with("comb", teeth, "drop table c7");
        Compilation all = history.compiler().compileAll(H2);
        assertThat(all.diagnostics()).isEmpty();
        assertThat(all.revisions()).hasSize(2_301);
        assertThat(all.revision("comb").before().tables()).hasSize(301);
        assertThat(read(history, "r1999")).hasSizeLessThan(4);
    }
}
