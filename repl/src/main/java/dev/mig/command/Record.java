package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.project.Recording;
import dev.mig.project.UsageError;
import dev.mig.report.LineReport;
import dev.mig.report.Report;
import java.util.List;
import java.util.function.Supplier;

/** Starts collecting the statements typed from now on into a revision. */
final class Record implements Command {
    private final Supplier<List<String>> message;

    Record(Words words) {
        words.summary("collect the statements typed from now on into a new revision")
                .description("Statements still run as they are typed. \"save\" writes the revision and marks it as "
                        + "applied; \"discard\" reverts everything.")
                .example("add invoices", "with the message of the revision");
        message = words.arguments("NAME", "the message of the revision", 1, Integer.MAX_VALUE);
    }

    @Override
    public Report run(Project project) {
        Recording open = project.session().recording();
        if (open != null) {
            throw UsageError.words(
                    "\"" + open.message() + "\" is being recorded already", "save writes it", "discard takes it back");
        }
        String said = String.join(" ", message.get()).strip();
        if (said.isEmpty()) {
            throw UsageError.words("a revision needs a message that says what it does", "record add invoices");
        }
        // Do not record what could not be saved.
        Save.parents(project);
        project.session().record(new Recording(said));
        return new LineReport("recording \"" + said + "\": save writes the revision, discard takes everything back");
    }
}
