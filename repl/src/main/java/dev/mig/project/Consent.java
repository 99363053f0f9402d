package dev.mig.project;

import dev.mig.report.Page;
import dev.mig.report.Page.Definition;
import dev.mig.report.TextStyle;
import dev.mig.revision.Direction;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether something that loses rows may proceed, from the command line's options or from an answer.
 *
 * <p>Outside a protected environment the command itself is the consent, and only on a terminal the loss of rows that
 * exist asks once more. A protected one wants the name of its database for every step back and for every such loss.
 *
 * @param what is asked about: {@code upgrade}
 * @param doing the same as what is done to the database: {@code upgrade it}
 * @param place where its options stand, if that has to be said
 * @param back whether it takes back what was done
 * @param allowed tables whose rows may go, in lower case
 */
public record Consent(Project project, String what, String doing, String place, boolean back, Set<String> allowed) {

    public static Consent toMove(Project project, Direction direction, Set<String> allowed) {
        return new Consent(
                project, direction.word(), direction.word() + " it", "", direction == Direction.DOWNGRADE, allowed);
    }

    public static Consent toRun(Project project, Set<String> allowed) {
        return new Consent(project, "statement", "run it", " after the word \"statement\"", false, allowed);
    }

    public static Consent toDiscard(Project project, Set<String> allowed) {
        return new Consent(project, "discard", "take back what was recorded", "", true, allowed);
    }

    /** Returns if the move may proceed; otherwise throws what to type. */
    public void require(List<CountedLoss> losses) {
        List<CountedLoss> real = losses.stream().filter(it -> !it.isNothing()).toList();
        if (project.configuration().connection().isProtected()) {
            if (back || !real.isEmpty()) {
                requireName(real);
            }
        } else if (!real.isEmpty()
                && project.console().asks()
                && !project.options().yes()) {
            Page page = project.console().err();
            tell(page, real);
            String answer = project.console().ask("go on? [y/N]").orElse("");
            if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
                throw refused("it was not confirmed, and nothing was changed", List.of("--yes answers with yes"));
            }
        }
    }

    private void requireName(List<CountedLoss> real) {
        List<String> missing = new ArrayList<>(new TreeSet<>(real.stream()
                .filter(it -> !isAllowed(it.loss()))
                .map(it -> it.loss().table().toString())
                .toList()));
        if (project.options().yes() && missing.isEmpty()) {
            return;
        }
        if (!project.console().asks()) {
            throw unsaid(missing);
        }
        String database = project.database().reader().name();
        Page page = project.console().err();
        page.line(page.styled(TextStyle.DANGER, environment() + " is protected"));
        tell(page, real);
        String answer = project.console()
                .ask("type the name of the database, " + database + ", to " + doing + ":")
                .orElse("");
        if (!answer.equalsIgnoreCase(database)) {
            throw refused(
                    answer.isEmpty()
                            ? "it was not confirmed, and nothing was changed"
                            : "\"" + answer + "\" is not the name of the database, and nothing was changed",
                    List.of());
        }
    }

    private DiagnosticException unsaid(List<String> missing) {
        StringBuilder words = new StringBuilder("--yes");
        missing.forEach(it -> words.append(" --allow drop:").append(it));
        String lost = missing.isEmpty() ? "" : " and would lose what is in " + String.join(", ", missing);
        return refused(
                environment() + " is protected: this " + what + " has to be confirmed" + lost,
                List.of(
                        "add " + words + place,
                        "or run it on a terminal, where the name of the database is asked for"));
    }

    private String environment() {
        String name = project.configuration().environment();
        return name == null ? "the database" : "\"" + name + "\"";
    }

    private boolean isAllowed(Loss.InTable loss) {
        return allowed.contains(loss.table().toString().toLowerCase(Locale.ROOT))
                || allowed.contains(loss.table().name().text().toLowerCase(Locale.ROOT));
    }

    private void tell(Page page, List<CountedLoss> real) {
        if (real.isEmpty()) {
            return;
        }
        page.line("this " + what + " loses what is there:");
        boolean places = project.options().verbose();
        page.definitions(
                2,
                TextStyle.DANGER,
                real.stream()
                        .map(it -> new Definition(
                                it.what(),
                                it.amount() + (places ? " (" + it.loss().span().location() + ")" : "")))
                        .toList());
    }

    private static DiagnosticException refused(String message, List<String> hints) {
        return new DiagnosticException(
                Diagnostic.error(Code.NOT_CONFIRMED, Span.none(), message, hints.toArray(String[]::new)));
    }
}
