package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.RevisionEntry;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data shown in listings of revisions, combined from graph, folder and database.
 *
 * @param applied null where the database was not asked
 */
record Listing(Project project, @Nullable Applied applied) {

    List<RevisionEntry> entries(Collection<Revision> revisions) {
        return revisions.stream().map(this::entry).toList();
    }

    RevisionEntry entry(Revision revision) {
        RevisionGraph graph = project.graph();
        return new RevisionEntry(
                revision.id(),
                revision.parents(),
                revision.dependencies(),
                revision.branches(),
                revision.message(),
                project.fileName(revision.id()),
                graph.onBranches(revision),
                applied == null ? null : applied.contains(revision),
                graph.isHead(revision),
                revision.created());
    }
}
