package dev.mig.command;

import dev.mig.files.config.Configuration;
import dev.mig.project.Divergence;
import dev.mig.project.Project;
import dev.mig.report.Report;
import dev.mig.report.RevisionEntry;
import dev.mig.report.StatusReport;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Configuration, database, rows, pending revisions, heads and problems on one screen. */
final class Status implements Command {
    Status(Words words) {
        words.summary("show the database, pending revisions, and problems")
                .description("Also compares every applied revision with its file, and reports an interrupted run.")
                .example("", "one screen")
                .example("-n prod", "for another environment");
    }

    @Override
    public Report run(Project project) {
        project.connectMeanwhile();
        project.folder();
        Applied applied = project.applied();
        Configuration configuration = project.configuration();
        List<Revision> heads = project.graph().heads();
        List<Revision> pending = applied.pending();
        Listing listing = new Listing(project, null);
        Set<Revision> named = new LinkedHashSet<>(heads);
        applied.stored().forEach(it -> project.graph().revision(it).ifPresent(named::add));
        List<RevisionEntry> revisions = new ArrayList<>(listing.entries(named));
        String environment = configuration.environment();
        return new StatusReport(
                configuration.connection().url().masked(),
                environment == null ? "" : environment,
                configuration.connection().isProtected(),
                List.copyOf(applied.stored()),
                heads.stream().map(Revision::id).toList(),
                revisions,
                pending.size(),
                pending.isEmpty() ? null : listing.entry(pending.getFirst()),
                new Divergence(project).problems(applied));
    }
}
