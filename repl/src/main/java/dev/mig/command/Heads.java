package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.report.Report;
import dev.mig.report.RevisionsReport;

/** The revisions without children or dependents. Reads only files and never connects. */
final class Heads implements Command {
    Heads(Words words) {
        words.summary("list the newest revisions of all branches")
                .description("Reads only the files and never connects. To merge several heads: migrate merge heads.")
                .example("", "ids, messages and branches of all heads")
                .example("--verbose", "with files and parents");
    }

    @Override
    public Report run(Project project) {
        Listing listing = new Listing(project, null);
        return new RevisionsReport(
                listing.entries(project.graph().heads()), project.options().verbose(), "there are no revisions");
    }
}
