package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;
import dev.mig.report.RevisionsReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the history forks, and its named branches. */
final class Branches implements Command {
    Branches(Words words) {
        words.summary("list the revisions where the history forks, and named branches")
                .example("", "forks and named branches, with applied ones marked")
                .example("--verbose", "with parents and files");
    }

    @Override
    public Report run(Project project) {
        project.connectMeanwhile();
        project.folder();
        @Nullable Applied applied = project.appliedIfKnown();
        TreeSet<Revision> found = new TreeSet<>(Comparator.comparingInt(Revision::order));
        found.addAll(project.graph().branchPoints());
        found.addAll(project.graph().labelled());
        List<Revision> newestFirst = new ArrayList<>(found).reversed();
        return new RevisionsReport(
                new Listing(project, applied).entries(newestFirst),
                project.options().verbose(),
                "there are no branches");
    }
}
