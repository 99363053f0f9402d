package dev.mig.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every statement of the language, written in both: {@code js/CASE.js} is the body of an {@code upgrade(op)}, and {@code
 * js/CASE.mig} holds the same statements.
 */
class RecorderTest {
    private static final Path CASES = Path.of("src/test/resources/js");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(it -> it.getFileName().toString().replaceFirst("\\.(js|mig)$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aScriptSaysWhatTheLanguageSays(String name) throws IOException {
        Source script = Scripts.upgrade(Files.readString(CASES.resolve(name + ".js")));
        Source mig = new Source(name + ".mig", Files.readString(CASES.resolve(name + ".mig")));

        List<Recorded> recorded = Scripts.script(script, java.util.Map.of())
                .read(Script.Way.UPGRADE)
                .recorded();

        List<Statement> expected = Mig.parseStatements(mig).orThrow();
        assertThat(printed(Recorded.block(recorded, script.span(0, 0)).statements()))
                .isEqualTo(printed(expected));
    }

    /** What is written down in JavaScript says, read again, what it was written from. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsPrintedIsReadAgain(String name) throws IOException {
        Source mig = new Source(name + ".mig", Files.readString(CASES.resolve(name + ".mig")));
        for (Statement statement : Mig.parseStatements(mig).orThrow()) {
            if (isStructure(statement)) {
                assertThat(again(statement)).isEqualTo(MigPrinter.print(statement));
            }
        }
    }

    private static boolean isStructure(Statement statement) {
        try {
            JsPrinter.print(statement);
            return true;
        } catch (IllegalArgumentException rows) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comment on table t 'it''s \"odd\" \\ `here` ${x} $${y} \t and \u2028'",
                "comment on table t 'two\nlines'",
                "comment on table \"a.b\".\"Say \"\"hi\"\"\" null",
                "create view v as \"\"\"\n  select '\\d' as `a`,\n\n    '$${b}' as b\n\"\"\"",
                "alter table t alter column a set default 1.50",
                "alter table t alter column a set default -0.25",
                "alter table t alter column a set default 1e3",
                "alter table t alter column a set default 9007199254740993",
                "alter table t alter column a set default 12345678901234.123456789",
                "alter table t alter column a set default lower('It''s')",
                "alter table t alter column a set default ((1) + (2))",
                "alter table t alter column a set default (((1) + (2)))",
                "create index i on t ((lower(a)), lower(b) desc)",
                "alter table t add check (a = ')')",
                "alter table t add a native { postgresql 'citext' else 'varchar(20)' }",
                "alter table t add a native 'geometry(point, 4326)'[]",
                "create sequence s start 9223372036854775807 increment -1",
                "outside transaction {\n  create index concurrently i on t (a)\n\n  drop table b\n}"
            })
    void whateverItHolds(String text) {
        Statement statement =
                Mig.parseStatements(new Source("x.mig", text)).orThrow().getFirst();

        // SQL and a call stand in brackets, where JavaScript has no other form for them.
        assertThat(again(statement))
                .isEqualTo(MigPrinter.print(statement)
                        .replaceAll("default (lower\\(.*\\)|1\\.50|1e3|12345678901234\\.\\d+)", "default ($1)")
                        .replace("lower(b) desc", "(lower(b)) desc"));
    }

    private static String again(Statement statement) {
        Source script = Scripts.upgrade(JsPrinter.print(statement));
        List<Recorded> recorded = Scripts.script(script, java.util.Map.of())
                .read(Script.Way.UPGRADE)
                .recorded();
        return printed(Recorded.block(recorded, script.span(0, 0)).statements());
    }

    /** A statement of the language that no case has would be one that scripts may lack. */
    @Test
    void theCasesHaveEveryStatement() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String name : cases()) {
            Mig.parseStatements(new Source(name, Files.readString(CASES.resolve(name + ".mig"))))
                    .orThrow()
                    .forEach(it -> said.add(it.getClass().getSimpleName()));
        }
        assertThat(said)
                .isEqualTo(Stream.of(Statement.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String printed(List<Statement> statements) {
        return statements.stream().map(MigPrinter::print).collect(Collectors.joining("\n\n"));
    }
}
