package dev.mig.revision;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Validates the id and the labels of a new revision. */
public final class NewNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.]{1,64}");

    private NewNames() {}

    /** What is wrong with them, if anything is. */
    public static List<Diagnostic> check(RevisionGraph graph, String id, List<String> labels) {
        List<Diagnostic> problems = new ArrayList<>();
        check(graph, "id", id, Set.of(), problems);
        Set<String> taken = new HashSet<>(Set.of(id));
        for (String label : labels) {
            check(graph, "branch label", label, taken, problems);
            taken.add(label);
        }
        return problems;
    }

    private static void check(
            RevisionGraph graph, String what, String name, Set<String> taken, List<Diagnostic> problems) {
        String called = "the " + what + " \"" + name + "\"";
        if (!NAME.matcher(name).matches()) {
            problems.add(wrong(
                    called + " cannot be used",
                    "an id or label has 1 to 64 letters from A to Z, digits, underscores and dots"));
        } else if (Target.Kind.of(name.toLowerCase(Locale.ROOT)) != Target.Kind.NAME) {
            problems.add(wrong(called + " means something else in every target", "choose another one"));
        } else if (taken.contains(name)) {
            problems.add(wrong(called + " is given twice", "leave one out"));
        } else if (graph.revision(name).isPresent()) {
            problems.add(wrong(called + " is the id of a revision already", "choose another one"));
        } else if (graph.labelled(name).isPresent()) {
            problems.add(wrong(
                    called + " is a branch label of revision "
                            + graph.labelled(name).get().id() + " already",
                    "choose another one"));
        }
    }

    private static Diagnostic wrong(String message, String hint) {
        return Diagnostic.error(Code.NEW_REVISION_NAME, Span.none(), message, hint);
    }
}
