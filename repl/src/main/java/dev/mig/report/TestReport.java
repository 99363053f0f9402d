package dev.mig.report;

import dev.mig.source.Diagnostic;
import dev.mig.source.Exit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of running revisions up, down and up again. */
public record TestReport(List<Trial> trials) implements Report {
    public TestReport {
        trials = List.copyOf(trials);
    }

    /**
     * @param verdict what came of it: {@code returns}, {@code no way back}, {@code differs} or {@code fails}
     * @param move after which the schema differs, or which failed; empty for none
     * @param missing the operations that would make it what it should be
     * @param failure why a move failed; null if none did
     */
    public record Trial(
            String revision,
            String message,
            String verdict,
            String move,
            List<DifferenceReport.Entry> missing,
            @Nullable Diagnostic failure) {
        public Trial {
            missing = List.copyOf(missing);
        }

        /** Whether the revision could not be applied again, so that testing stopped. */
        public Trial with(Diagnostic why) {
            return new Trial(revision, message, verdict, move, missing, why);
        }

        boolean isBad() {
            return failure != null || !missing.isEmpty();
        }
    }

    @Override
    public void write(Page page) {
        int width = trials.stream().mapToInt(it -> it.revision().length()).max().orElse(0);
        for (Trial it : trials) {
            String revision = it.revision() + " ".repeat(width - it.revision().length());
            String verdict = it.verdict()
                    + (it.move().isEmpty() ? "" : (it.missing().isEmpty() ? " in the " : " after the ") + it.move());
            page.line((it.isBad() ? page.styled(TextStyle.DANGER, "bad") : page.styled(TextStyle.APPLIED, "ok ")) + "  "
                    + page.styled(TextStyle.REVISION, revision) + "  " + it.message()
                    + page.styled(TextStyle.FAINT, "  " + verdict));
            for (DifferenceReport.Entry operation : it.missing()) {
                operation.text().lines().forEach(line -> page.line(("       " + line).stripTrailing()));
            }
        }
        long bad = trials.stream().filter(Trial::isBad).count();
        String count = trials.size() == 1 ? "1 revision" : trials.size() + " revisions";
        page.line(count + " tested, " + (bad == 0 ? "nothing is left behind" : bad + " of them bad"));
    }

    @Override
    public JsonObject json() {
        List<JsonObject> revisions = new ArrayList<>();
        for (Trial it : trials) {
            revisions.add(new JsonObject()
                    .put("revision", it.revision())
                    .put("verdict", it.verdict())
                    .put("move", it.move())
                    .putObjects(
                            "operations",
                            it.missing().stream()
                                    .map(DifferenceReport.Entry::json)
                                    .toList()));
        }
        return new JsonObject().putObjects("revisions", revisions);
    }

    @Override
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> failures = new ArrayList<>();
        for (Trial it : trials) {
            if (it.failure() != null) {
                failures.add(it.failure());
            }
        }
        return failures;
    }

    @Override
    public Exit exit() {
        return trials.stream().anyMatch(Trial::isBad) ? Exit.DIFFERENCE : Exit.OK;
    }
}
