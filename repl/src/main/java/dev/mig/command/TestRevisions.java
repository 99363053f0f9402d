package dev.mig.command;

import dev.mig.files.ScratchFolder;
import dev.mig.project.Project;
import dev.mig.project.TestBench;
import dev.mig.report.Report;
import dev.mig.report.TestReport;
import dev.mig.report.TestReport.Trial;
import dev.mig.revision.Applied;
import dev.mig.revision.History;
import dev.mig.revision.Range;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs each revision up, down and up again in an empty database, and compares the schema after every move. */
final class TestRevisions implements Command {
    private final Supplier<Optional<String>> range;

    TestRevisions(Words words) {
        words.summary("run revisions up, down and up again in a scratch database")
                .description("Uses an empty database: in memory for H2, in a temporary file for SQLite, otherwise a "
                        + "new one on the server, which is dropped afterwards. The project's database is not "
                        + "touched. After each move the schema is compared: what a downgrade leaves behind, or does"
                        + " not restore, is shown as operations. Exits with 4 if there is any difference.")
                .example("", "all revisions")
                .example("-2:", "the last three, on top of the others")
                .example("ae10:", "from one revision on");
        range = words.optionalArgument("FROM:TO", "only this range (default: all revisions)");
    }

    @Override
    public Report run(Project project) {
        RevisionGraph graph = project.graph();
        List<Revision> tested = range.get()
                .map(it -> History.of(graph, Applied.none(graph), Range.parse(it)))
                .orElseGet(() -> History.of(graph))
                .reversed();
        try (ScratchFolder folder = ScratchFolder.open();
                TestBench bench = TestBench.open(project, folder)) {
            List<Trial> trials = new ArrayList<>();
            for (Revision revision : tested) {
                Trial trial = bench.test(revision);
                trials.add(trial);
                if (trial.failure() != null) {
                    // Later revisions depend on this one.
                    break;
                }
            }
            return new TestReport(trials);
        }
    }
}
