package dev.mig.command;

import dev.mig.jdbc.AdHocResult;
import dev.mig.model.Migration;
import dev.mig.project.AdHocScript;
import dev.mig.project.Consent;
import dev.mig.project.CountedLoss;
import dev.mig.project.LossFinder;
import dev.mig.project.Project;
import dev.mig.project.Recording;
import dev.mig.project.UsageError;
import dev.mig.report.Report;
import dev.mig.report.StatementsReport;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Ends a recording without creating a revision, and reverts its statements. */
final class Discard implements Command {
    private final Supplier<Boolean> keep;
    private final AllowedLosses allowed;

    Discard(Words words) {
        words.summary("end the recording and revert its statements")
                .example("", "revert everything")
                .example("--keep", "leave the database as it is now");
        keep = words.flag("do not revert the statements", "--keep");
        allowed = new AllowedLosses(words);
    }

    @Override
    public Report run(Project project) {
        Recording recording = project.session().recording();
        if (recording == null) {
            throw UsageError.words("nothing is being recorded", "record add invoices");
        }
        if (!keep.get()) {
            requireWaysBack(recording);
            consent(project, recording);
        }
        List<StatementsReport.Sent> sent = new ArrayList<>();
        while (!keep.get() && !recording.takes().isEmpty()) {
            Recording.Take last = recording.takes().getLast();
            AdHocResult done =
                    AdHocScript.back(project, last.way(), last.after()).run();
            done.sent().forEach(it -> sent.add(new StatementsReport.Sent(it.sql(), it.millis())));
            Diagnostic why = done.why();
            if (why != null) {
                return new StatementsReport(sent, "", List.of(why));
            }
            recording.dropLast();
        }
        project.session().record(null);
        return new StatementsReport(sent, "", List.of());
    }

    private void consent(Project project, Recording recording) {
        LossFinder losses = new LossFinder(project.database().dialect().style().folding());
        for (Recording.Take take : recording.takes().reversed()) {
            if (take.way() instanceof Migration.Back back) {
                losses.add(back.steps().stream().map(Migration.Step::operation).toList(), back.derived());
            }
        }
        if (!recording.takes().isEmpty()) {
            Consent.toDiscard(project, allowed.tables())
                    .require(CountedLoss.of(losses.found(), project.database().reader()));
        }
    }

    private static void requireWaysBack(Recording recording) {
        for (Recording.Take take : recording.takes()) {
            if (take.way() instanceof Migration.NoWayBack(String reason, var span)) {
                throw UsageError.of(
                        Code.NO_WAY_BACK,
                        "not everything can be taken back: " + reason,
                        "leave what was run as it is: discard --keep",
                        "or make a revision of it: save");
            }
        }
    }
}
