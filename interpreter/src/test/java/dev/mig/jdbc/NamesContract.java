package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.script.Revisions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever something is called, it can be made, changed, filled, read back under that name, and taken out. */
abstract class NamesContract extends ContractPart {
    NamesContract(TestDatabase database) {
        super(database);
    }

    @Test
    void anExactNameIsKept() throws Exception {
        List<OddNames.Name> names = OddNames.taken(dialect().style()).toList();
        Revisions revisions = OddNames.revisions(names);
        run(revisions.upgrade(List.of(), "a1", dialect()));
        SchemaModel made = inspected();
        for (OddNames.Name name : names) {
            Table table = table(made, name.of("0"));
            assertThat(table.columns())
                    .extracting(it -> spelled(it.name()))
                    .containsExactly(name.of("1"), name.of("2"), name.of("3"));
            assertThat(table.indexes()).extracting(it -> spelled(it.name())).containsExactly(name.of("6"));
        }
        assertThat(between(revisions.schemaAfter(List.of("a1"), dialect()), made))
                .isEmpty();
        List<String> structure = structure();

        run(revisions.upgrade(List.of("a1"), "b2", dialect()));
        SchemaModel changed = inspected();
        for (OddNames.Name name : names) {
            assertThat(table(changed, name.of("a")).columns())
                    .extracting(it -> spelled(it.name()))
                    .containsExactlyInAnyOrder(name.of("1"), name.of("b"), name.of("d"));
        }
        assertThat(between(revisions.schemaAfter(List.of("b2"), dialect()), changed))
                .isEmpty();

        run(revisions.downgrade(List.of("b2"), "-1", dialect()));
        assertThat(structure()).isEqualTo(structure);
        run(revisions.downgrade(List.of("a1"), "-1", dialect()));
        assertThat(inspected().tables()).isEmpty();
        assertThat(inspected().views()).isEmpty();
        assertThat(inspected().sequences()).isEmpty();
        assertThat(inspected().enumTypes()).isEmpty();
    }

    private Table table(SchemaModel schema, String name) {
        return schema.tables().stream()
                .filter(it -> spelled(it.name().name()).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + name + " among " + schema.tables()));
    }

    private String spelled(Identifier name) {
        return folding().spelled(name);
    }

    private Folding folding() {
        return dialect().style().folding();
    }

    /** Every word that some database reserves is a bare name on every database, and keeps the meaning of one. */
    @Test
    void aReservedWordIsANameOfColumns() {
        List<String> words = OddNames.reserved();
        assertThat(words).hasSizeGreaterThan(300);
        Revisions revisions = OddNames.columns(words);
        run(revisions.upgrade(List.of(), "a1", dialect()));
        assertThat(between(revisions.schemaAfter(List.of("a1"), dialect()), inspected()))
                .isEmpty();
        assertThat(inspected().tables().getFirst().columns())
                .extracting(it -> folding().key(it.name()))
                .containsExactlyElementsOf(Stream.concat(Stream.of("id"), words.stream())
                        .map(it -> folding().key(Identifier.bare(it)))
                        .toList());
        run(revisions.upgrade(List.of("a1"), "b2", dialect()));
        assertThat(between(revisions.schemaAfter(List.of("b2"), dialect()), inspected()))
                .isEmpty();
    }

    @Test
    void aReservedWordIsANameOfTables() {
        List<String> all = OddNames.reserved();
        List<String> words = IntStream.range(0, all.size() / 6)
                .mapToObj(it -> all.get(6 * it))
                .toList();
        Revisions revisions = OddNames.tables(words);
        run(revisions.upgrade(List.of(), "a1", dialect()));
        assertThat(inspected().tables())
                .extracting(it -> folding().key(it.name().name()))
                .containsExactlyInAnyOrderElementsOf(words.stream()
                        .map(it -> folding().key(Identifier.bare(it)))
                        .toList());
        assertThat(between(revisions.schemaAfter(List.of("a1"), dialect()), inspected()))
                .isEmpty();
        run(revisions.downgrade(List.of("a1"), "base", dialect()));
        assertThat(inspected().tables()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aNameThatCannotBeKeptIsRefused() {
        return OddNames.refused(dialect().style())
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> {
                    for (String statement : OddNames.STATEMENTS_WITH_NEW_NAMES) {
                        String body = "upgrade {\n" + statement.replace("{0}", it.written("0")) + "\n}";
                        Revisions revisions = Revisions.none()
                                .add(
                                        "a1",
                                        "upgrade {\n  create table t { a bigint primary key }\n"
                                                + "  create index i on t (a)\n}")
                                .add("b2", body);
                        assertThat(problem(() -> revisions.upgrade(List.of(), "b2", dialect())))
                                .as(body)
                                .contains(it.why());
                    }
                }));
    }
}
