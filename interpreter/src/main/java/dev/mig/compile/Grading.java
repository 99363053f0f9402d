package dev.mig.compile;

import dev.mig.model.Folding;
import dev.mig.model.Grade;
import dev.mig.model.Migration.Step;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Computes the grades of a list of operations, and the list that reverts them. */
final class Grading {
    /** @param operation null if nothing needs to be reverted */
    private record Graded(Operation operation, Undo undo) {}

    private final List<Graded> graded = new ArrayList<>();
    private final NewObjects fresh;

    private Grading(NewObjects fresh) {
        this.fresh = fresh;
    }

    static Grading of(List<Draft.Entry> entries, SchemaModel before) {
        Grading grading = new Grading(new NewObjects(before.folding()));
        for (Draft.Entry entry : entries) {
            // Evaluated before the operation is recorded: within a group, new objects are recorded one by one.
            Undo undo = Reversal.of(entry.operation(), entry.before(), grading.fresh);
            grading.graded.add(new Graded(entry.operation(), undo));
            grading.fresh.note(entry.operation());
        }
        return grading;
    }

    /** As the author wrote them. */
    List<Step> steps() {
        return graded.stream()
                .map(it -> new Step(
                        it.operation(),
                        switch (it.undo()) {
                            case Undo.By by -> by.grade();
                            case Undo.Never never -> Grade.IRREVERSIBLE;
                        }))
                .toList();
    }

    /** The irreversible operations, each as an error at its position. */
    List<Diagnostic> irreversible() {
        List<Diagnostic> errors = new ArrayList<>();
        for (Graded it : graded) {
            if (it.undo() instanceof Undo.Never(String why, String wayOut)) {
                errors.add(Diagnostic.error(
                        Code.IRREVERSIBLE,
                        it.operation().span(),
                        "downgrade auto cannot take this back: " + why,
                        wayOut));
            }
        }
        return errors;
    }

    /**
     * The downgrade, last first. Running it is at worst lossy, because the upgrade it reverts is in the same file.
     *
     * @param after the schema that the operations leave behind
     */
    List<Step> back(SchemaModel after) {
        List<Step> back = new ArrayList<>();
        SchemaModel model = after;
        for (Graded it : graded.reversed()) {
            if (it.undo() instanceof Undo.By by) {
                for (Operation operation : by.operations()) {
                    back.add(new Step(operation, gradeOfWayBack(operation, model)));
                    model = model.apply(operation);
                }
            }
        }
        return withoutIndexesOfDroppedTables(back, after.folding());
    }

    /** An index is dropped with its table; only other drops may come between. */
    private static List<Step> withoutIndexesOfDroppedTables(List<Step> back, Folding folding) {
        List<Step> kept = new ArrayList<>();
        Set<String> dropped = new HashSet<>();
        for (Step step : back.reversed()) {
            if (step.operation() instanceof Operation.DropIndex it) {
                if (it.table() == null || !dropped.contains(folding.key(it.table()))) {
                    kept.add(step);
                }
            } else {
                kept.add(step);
                if (step.operation() instanceof Operation.DropTable it) {
                    dropped.add(folding.key(it.table()));
                } else {
                    dropped.clear();
                }
            }
        }
        return kept.reversed();
    }

    private static Grade gradeOfWayBack(Operation operation, SchemaModel before) {
        return switch (Reversal.of(operation, before, new NewObjects(before.folding()))) {
            case Undo.By by -> by.grade();
            // The author provided this text as the reverse, so the two belong together.
            case Undo.Never never when operation instanceof Operation.ExecuteSql -> Grade.REVERSIBLE;
            case Undo.Never never -> Grade.LOSSY;
        };
    }
}
