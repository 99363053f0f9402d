package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;
import dev.mig.report.ShowReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Resolver;
import dev.mig.revision.Revision;
import dev.mig.revision.Target;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One revision: its header, whether it is applied, and its text. */
final class Show implements Command {
    private final Supplier<String> revision;

    Show(Words words) {
        words.summary("show a revision and its text")
                .example("ae10", "the revision whose id begins with ae10")
                .example("head", "the newest revision")
                .example("current", "the current revision of the database");
        revision = words.argument("REVISION", "an id or its prefix, a branch, \"head\", \"current\", ...");
    }

    @Override
    public Report run(Project project) {
        Target target = Target.parse(revision.get());
        project.connectMeanwhile();
        project.folder();
        @Nullable Applied applied = target.dependsOnApplied() ? project.applied() : project.appliedIfKnown();
        Revision found = new Resolver(project.graph(), applied == null ? Applied.none(project.graph()) : applied)
                .revision(target);
        return new ShowReport(
                new Listing(project, applied).entry(found), project.text(found).text());
    }
}
