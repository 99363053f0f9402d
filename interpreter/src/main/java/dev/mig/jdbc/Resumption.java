package dev.mig.jdbc;

import dev.mig.jdbc.UnfinishedStep.Attempt;
import dev.mig.revision.Direction;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import dev.mig.script.Statement;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides whether a script may continue where an earlier run stopped within a revision. Pure: it compares the journal
 * with the script, and refuses anything that could send a finished statement twice.
 */
final class Resumption {
    private Resumption() {}

    /** The version table is the truth: if it says that the step is done, someone else has finished it. */
    static Optional<UnfinishedStep> settled(Optional<UnfinishedStep> unfinished, Predicate<String> isApplied) {
        return unfinished.filter(it -> isApplied.test(it.revision()) != (it.direction() == Direction.UPGRADE));
    }

    static void require(Optional<UnfinishedStep> unfinished, Script script) {
        if (unfinished.isPresent() && !script.isEmpty()) {
            problem(unfinished.get(), script).ifPresent(it -> {
                throw new DiagnosticException(it);
            });
        }
    }

    private static Optional<Diagnostic> problem(UnfinishedStep unfinished, Script script) {
        ScriptStep step = script.steps().getFirst();
        boolean same =
                step.revision().equals(unfinished.revision()) && step.step().direction() == unfinished.direction();
        if (!same || !(unfinished.doubt() == null || canBeProven(unfinished.doubt(), step, script))) {
            return Optional.of(told(unfinished));
        }
        List<Statement> statements = step.statements();
        for (Attempt done : unfinished.done()) {
            boolean kept = done.place() <= statements.size()
                    && Digest.of(statements.get(done.place() - 1).literal(script.style()))
                            .equals(done.digest());
            if (!kept) {
                return Optional.of(Diagnostic.error(
                        Code.EDITED_AFTER_APPLIED,
                        done.place() <= statements.size()
                                ? statements.get(done.place() - 1).span()
                                : Span.none(),
                        "statement " + done.place() + " of \"" + unfinished.revision()
                                + "\" was run already, and is another one now",
                        "put it back as it was run: " + done.statement(),
                        "what comes after the first " + unfinished.done().size() + " statements may be changed"));
            }
        }
        return Optional.empty();
    }

    /** The catalogue will tell whether the statement was finished, if it is still the same one. */
    private static boolean canBeProven(Attempt doubt, ScriptStep step, Script script) {
        List<Statement> statements = step.statements();
        return doubt.place() <= statements.size()
                && statements.get(doubt.place() - 1) instanceof Statement.Execute it
                && it.proof() != null
                && Digest.of(it.literal(script.style())).equals(doubt.digest());
    }

    /** What is half done or in doubt, and how to settle it. */
    static Diagnostic told(UnfinishedStep unfinished) {
        Attempt doubt = unfinished.doubt();
        if (doubt != null) {
            return Diagnostic.error(
                    Code.IN_DOUBT,
                    Span.none(),
                    "the " + unfinished.what() + " was cut off during statement " + doubt.place() + " of "
                            + unfinished.statements() + ", and nobody knows whether it was finished",
                    "the statement is: " + doubt.statement(),
                    "look at the database; if it has what the statement makes, say so: migrate resolve "
                            + unfinished.revision() + " --done",
                    "if it has not: migrate resolve " + unfinished.revision() + " --not-done",
                    "or settle the whole revision by hand: migrate stamp " + stampDone(unfinished)
                            + " or migrate stamp " + stampUndone(unfinished));
        }
        return Diagnostic.error(
                Code.HALF_APPLIED,
                Span.none(),
                "the " + unfinished.what() + " is half done: "
                        + unfinished.done().size() + " of " + unfinished.statements() + " statements",
                "finish it first: migrate " + unfinished.goOn(),
                "or settle it by hand, and say so: migrate stamp " + stampDone(unfinished));
    }

    private static String stampDone(UnfinishedStep unfinished) {
        return unfinished.direction() == Direction.UPGRADE ? unfinished.revision() : unfinished.revision() + "@-1";
    }

    private static String stampUndone(UnfinishedStep unfinished) {
        return unfinished.direction() == Direction.UPGRADE ? "current" : unfinished.revision();
    }
}
