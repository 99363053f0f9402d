package dev.mig.command;

import dev.mig.report.HelpReport;
import dev.mig.report.Report;
import java.util.List;

/** The revisions that nothing builds on. */
final class Heads implements Command {
    Heads(Words words) {
        words.summary("list the revisions that nothing builds on")
                .description("Reads the files only and never connects.")
                .example("", "all heads");
    }

    @Override
    public Report run(Project project) {
        return new HelpReport("", "", List.of());
    }
}
