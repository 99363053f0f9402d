package dev.mig.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mig.d.ts} declares the methods that there are, and no others. */
class TypesTest {
    @ParameterizedTest
    @CsvSource({
        "Op, op",
        "NewTable, op.createTable('t'; t => keep(t))",
        "Table, op.alterTable('t'; t => keep(t))",
        "Column, op.createTable('t'; t => keep(t.column('a'; 'text')))",
        "ColumnChange, op.alterTable('t'; t => keep(t.alterColumn('a')))",
    })
    void declareWhatThereIs(String type, String expression) {
        String kept = type.equals("Op") ? "keep(op)" : expression;
        String listed = Scripts.problem(
                Scripts.upgrade("const keep = it => { throw Object.keys(it).join(' ') }\n" + kept.replace(";", ",")));

        assertThat(new TreeSet<>(
                        List.of(listed.substring(listed.lastIndexOf('"') + 2).split(" "))))
                .isEqualTo(declared(type));
    }

    @Test
    void theDatabaseIsDeclared() {
        assertThat(declared("Db")).containsExactly("batch", "execute", "insert", "query");
    }

    private static Set<String> declared(String type) {
        return new TreeSet<>(Types.methods(type).keySet());
    }
}
