package dev.mig.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mig.d.ts} declares the methods that there are, and no others. */
class TypesTest {
    private static final Pattern METHOD = Pattern.compile("(?m)^  (\\w+)\\(");

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
        String text = Types.declared();
        int start = text.indexOf("interface " + type + " {");
        assertThat(start).isPositive();
        String body = text.substring(start, text.indexOf("\n}\n", start));
        return METHOD.matcher(body)
                .results()
                .map((MatchResult it) -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
