package dev.mig.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Database;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Palette;
import dev.mig.source.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each operation becomes: {@code golden/OPERATION/CASE.mig} is a revision, perhaps on top of {@code
 * CASE.before.mig}; {@code CASE.h2.sql} is what H2 is sent for it in both directions, or {@code CASE.h2.err} what is
 * said instead. Another database is another ending. A case that does not compile for any database has neither.
 *
 * <p>A relative of PostgreSQL has a file only where it is sent other statements, or told something else.
 *
 * <p>{@code -Dgolden.rewrite=true} writes them anew.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

    /** The databases whose files must be there for every case. */
    private static final List<Database> DATABASES = Stream.of(Database.values())
            .filter(it -> Dialect.of(it).isPresent())
            .toList();

    /** What is said of parts is another matter for them: nothing but rows shares a transaction. */
    private static final List<Database> RELATIVES = List.of(Database.COCKROACHDB, Database.YUGABYTEDB);

    private static final Pattern PARTS = Pattern.compile("(?m)^-- (together:|end)\\n");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return migs().stream()
                .map(mig -> DynamicTest.dynamicTest(GOLDEN.relativize(mig).toString(), () -> {
                    for (Database database : DATABASES) {
                        check(mig, database);
                    }
                }));
    }

    @Test
    void noFileWithoutACase() throws IOException {
        TreeSet<Path> orphans = new TreeSet<>(files());
        orphans.removeIf(it ->
                DATABASES.stream().noneMatch(database -> it.toString().contains("." + database.word() + ".")));
        for (Path mig : migs()) {
            for (Database database : DATABASES) {
                orphans.removeIf(
                        it -> it.equals(beside(mig, database, "sql")) || it.equals(beside(mig, database, "err")));
            }
        }
        assertThat(orphans).isEmpty();
        assertThat(migs()).isNotEmpty();
    }

    private static void check(Path mig, Database database) throws IOException {
        Path sql = beside(mig, database, "sql");
        Path err = beside(mig, database, "err");
        String name = mig.getFileName().toString();
        if (Files.exists(mig.resolveSibling(name.replace(".mig", ".err")))) {
            if (REWRITE) {
                Files.deleteIfExists(sql);
                Files.deleteIfExists(err);
            }
            assertThat(List.of(sql, err)).noneMatch(Files::exists);
            return;
        }
        Told actual = told(mig, database);
        if (RELATIVES.contains(database) && actual.saysTheSameAs(told(mig, Database.POSTGRESQL), database)) {
            if (REWRITE) {
                Files.deleteIfExists(sql);
                Files.deleteIfExists(err);
            }
            assertThat(List.of(sql, err)).noneMatch(Files::exists);
            return;
        }
        Path expected = actual.refused() ? err : sql;
        Path other = actual.refused() ? sql : err;
        if (REWRITE) {
            Files.deleteIfExists(other);
            Files.writeString(expected, actual.text());
        }
        assertThat(other).doesNotExist();
        assertThat(expected).exists().content().isEqualTo(actual.text());
    }

    private record Told(String text, boolean refused) {
        boolean saysTheSameAs(Told relative, Database database) {
            String name = Revisions.dialect(database).style().name();
            return refused == relative.refused
                    && PARTS.matcher(text)
                            .replaceAll("")
                            .equals(PARTS.matcher(relative.text).replaceAll("").replace("PostgreSQL", name));
        }
    }

    private static Told told(Path mig, Database database) throws IOException {
        try {
            return new Told(written(mig, Revisions.dialect(database)), false);
        } catch (DiagnosticException e) {
            return new Told(drawn(e.diagnostics()), true);
        }
    }

    private static String written(Path mig, Dialect dialect) throws IOException {
        Revisions revisions = Revisions.golden(mig);
        StringBuilder text = new StringBuilder();
        write(text, revisions.upgrade(revisions.below("case"), "case", dialect));
        try {
            write(text, revisions.downgrade(List.of("case"), "-1", dialect));
        } catch (DiagnosticException e) {
            text.append("\n-- no way back: ").append(e.getMessage()).append("\n");
        }
        return text.toString();
    }

    private static void write(StringBuilder text, Script script) {
        for (ScriptStep step : script.steps()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("-- ")
                    .append(step.step().direction().word())
                    .append(", ")
                    .append(step.grade().name().toLowerCase(java.util.Locale.ROOT))
                    .append("\n");
            for (Diagnostic note : step.notes()) {
                text.append("-- note, line ")
                        .append(note.span().line())
                        .append(": ")
                        .append(note.message())
                        .append("\n");
            }
            for (Part part : step.parts()) {
                boolean together = part.transactional() && part.statements().size() > 1;
                text.append(together ? "-- together:\n" : "");
                for (Statement statement : part.statements()) {
                    text.append(statement.literal(script.style())).append(";\n");
                }
                text.append(together ? "-- end\n" : "");
            }
        }
    }

    private static String drawn(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            text.append(Snippet.draw(diagnostic, Palette.PLAIN).stripTrailing()).append("\n");
        }
        return text.toString();
    }

    private static List<Path> migs() throws IOException {
        return files().stream()
                .filter(it -> it.toString().endsWith(".mig") && !it.toString().endsWith(".before.mig"))
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static Path beside(Path mig, Database database, String ending) {
        String name = mig.getFileName().toString();
        return mig.resolveSibling(name.substring(0, name.length() - 3) + database.word() + "." + ending);
    }
}
