package dev.mig.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Source;
import dev.mig.syntax.Mig;
import dev.mig.syntax.MigPrinter;
import dev.mig.syntax.Statement;
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
