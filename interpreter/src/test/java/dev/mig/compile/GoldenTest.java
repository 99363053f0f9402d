package dev.mig.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import dev.mig.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Revisions compiled for H2 against what they should come to: {@code golden/<operation>/case.mig}, which may stand on a
 * {@code case.before.mig}, comes to {@code case.ops}, or to the diagnostics in {@code case.err}.
 */
final class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");
    private static final Map<String, String> VARIABLES = Map.of("tenant", "main", "suffix", "_eu");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return cases(".mig").stream()
                .filter(it -> !it.toString().endsWith(".before.mig"))
                .map(it -> DynamicTest.dynamicTest(GOLDEN.relativize(it).toString(), () -> check(it)));
    }

    @Test
    void everyGoldenFileHasItsCase() throws IOException {
        for (String ending : List.of(".ops", ".err", ".before.mig")) {
            assertThat(cases(ending))
                    .allSatisfy(it -> assertThat(sibling(it, ending, ".mig")).exists());
        }
    }

    /** Without what single databases are sent or refuse: {@code case.h2.err}. */
    private static List<Path> cases(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(it -> it.toString().endsWith(ending)
                            && Database.words().stream()
                                    .noneMatch(word -> it.toString().endsWith("." + word + ending)))
                    .sorted()
                    .toList();
        }
    }

    private static void check(Path file) throws IOException {
        MemoryHistory history = new MemoryHistory()
                .withFile("people.csv", "id,name\n1,Ada\n")
                .withFile("functions.sql", "create alias twice for 'java.lang.Math.abs(int)';");
        Path before = sibling(file, ".mig", ".before.mig");
        if (Files.exists(before)) {
            history.with(source(before));
        }
        Source source = source(file);
        history.with(source);
        Compilation compilation = history.compiler().compile(List.of("case"), new Target(Database.H2, VARIABLES));
        String diagnostics = compilation.diagnostics().stream()
                .map(it -> Snippet.draw(it, Palette.PLAIN) + "\n")
                .collect(Collectors.joining("\n"));
        String operations = compilation.hasErrors()
                ? ""
                : OperationDump.of(compilation.revision("case").migration());
        compare(sibling(file, ".mig", ".err"), diagnostics);
        compare(sibling(file, ".mig", ".ops"), operations);
    }

    private static void compare(Path golden, String found) throws IOException {
        if (REWRITE) {
            if (found.isEmpty()) {
                Files.deleteIfExists(golden);
            } else {
                Files.writeString(golden, found);
            }
            return;
        }
        assertThat(found).isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    }

    private static Source source(Path file) throws IOException {
        return new Source(String.valueOf(file.getFileName()), Files.readString(file));
    }

    private static Path sibling(Path file, String ending, String other) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
    }
}
