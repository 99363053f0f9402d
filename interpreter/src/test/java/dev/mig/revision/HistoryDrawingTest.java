package dev.mig.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.revision.HistoryDrawing.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawings beside the graphs in the folder {@code drawing}; {@code -Dgolden.rewrite=true} draws them again. */
final class HistoryDrawingTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/mig/revision/drawing");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(it -> it.getFileName().toString())
                    .map(it -> it.substring(0, it.lastIndexOf('.')))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void looksLikeItsGolden(String name) throws IOException {
        Path golden = FOLDER.resolve(name + ".drawing");
        RevisionGraph graph = Graphs.graph(Files.readString(FOLDER.resolve(name + ".graph")));
        String drawn = drawn(HistoryDrawing.of(graph, graph.revisions()));

        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(golden, drawn);
        }

        assertThat(drawn).isEqualTo(Files.readString(golden));
    }

    @Test
    void drawsOnlyWhatIsChosen() {
        RevisionGraph graph = Shape.DIAMOND.graph();

        List<Row> rows = HistoryDrawing.of(graph, History.of(graph, Applied.none(graph), Range.parse("b1:m")));

        assertThat(drawn(rows)).isEqualTo("* m\n* b1\n");
    }

    @ParameterizedTest
    @EnumSource
    void drawsEachRevisionOnceAndAboveWhatItNeeds(Shape shape) {
        RevisionGraph graph = shape.graph();
        List<Revision> drawn = new ArrayList<>();
        Set<Revision> seen = new HashSet<>();
        for (Row row : HistoryDrawing.of(graph, graph.revisions())) {
            Revision revision = row.revision();
            if (revision != null) {
                drawn.add(revision);
                assertThat(graph.parents(revision)).noneMatch(seen::contains);
                assertThat(graph.dependencies(revision)).noneMatch(seen::contains);
                seen.add(revision);
                assertThat(row.cells()).containsOnlyOnce("*");
            } else {
                assertThat(row.cells()).doesNotContain("*");
            }
        }

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(graph.revisions());
    }

    private static String drawn(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            Revision revision = row.revision();
            text.append(row.cells())
                    .append(revision == null ? "" : " " + revision)
                    .append('\n');
        }
        return text.toString();
    }
}
