package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.GraphReport;
import dev.mig.report.Report;
import dev.mig.report.RevisionsReport;
import dev.mig.revision.Applied;
import dev.mig.revision.HistoryDrawing;
import dev.mig.revision.Range;
import dev.mig.revision.Revision;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All revisions or a range, newest first, with applied ones marked. */
final class History implements Command {
    private final Supplier<Optional<Range>> range;
    private final Supplier<Boolean> graph;

    History(Words words) {
        words.summary("list revisions, newest first")
                .description("Filled circles mark applied revisions. If the database cannot be reached, nothing is "
                        + "marked.")
                .example("", "everything")
                .example("--graph", "with branches and merges drawn")
                .example("-r ae10:head", "from one revision to the head")
                .example("-r -2:", "the last three");
        range = words.option("FROM:TO", "only this range", Range::parse, "-r", "--range");
        graph = words.flag("draw the graph", "--graph");
    }

    @Override
    public Report run(Project project) {
        Optional<Range> wanted = range.get();
        project.connectMeanwhile();
        boolean needed = wanted.isPresent() && wanted.get().dependsOnApplied();
        project.folder();
        @Nullable Applied applied = needed ? project.applied() : project.appliedIfKnown();
        Applied known = applied == null ? Applied.none(project.graph()) : applied;
        List<Revision> revisions = wanted.map(it -> dev.mig.revision.History.of(project.graph(), known, it))
                .orElseGet(() -> dev.mig.revision.History.of(project.graph()));
        Listing listing = new Listing(project, applied);
        boolean verbose = project.options().verbose();
        if (!graph.get()) {
            return new RevisionsReport(listing.entries(revisions), verbose, "there are no revisions");
        }
        return new GraphReport(
                HistoryDrawing.of(project.graph(), revisions).stream()
                        .map(it -> new GraphReport.Row(
                                it.cells(), it.revision() == null ? null : listing.entry(it.revision())))
                        .toList(),
                verbose);
    }
}
