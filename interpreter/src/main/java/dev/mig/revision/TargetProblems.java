package dev.mig.revision;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Diagnostics for targets that cannot be resolved, with what to type instead. */
final class TargetProblems {
    private final RevisionGraph graph;

    TargetProblems(RevisionGraph graph) {
        this.graph = graph;
    }

    static DiagnosticException problem(Code code, Span span, String message, String... hints) {
        return new DiagnosticException(Diagnostic.error(code, span, message, hints));
    }

    DiagnosticException unknown(Span span, String word) {
        Set<String> names = new HashSet<>(graph.ids().keySet());
        names.addAll(graph.labels().keySet());
        for (Target.Kind kind : Target.Kind.values()) {
            if (kind != Target.Kind.NAME) {
                names.add(kind.word());
            }
        }
        List<String> near = Suggestions.nearest(word, names, 3);
        String message = "no revision and no branch label begins with " + Wording.quoted(word);
        return near.isEmpty()
                ? problem(Code.TARGET_UNKNOWN, span, message, "migrate history lists the revisions")
                : problem(Code.TARGET_UNKNOWN, span, message, "did you mean " + Wording.orQuoted(near) + "?");
    }

    DiagnosticException severalMatches(Span span, String word, List<String> names) {
        return problem(
                Code.TARGET_AMBIGUOUS,
                span,
                Wording.quoted(word) + " is the beginning of " + Wording.and(names),
                "type as much of it as makes it unique");
    }

    DiagnosticException offBranch(Span span, Revision revision, Branch branch) {
        List<String> on = graph.onBranches(revision);
        if (on.isEmpty()) {
            on = graph.labelled().stream()
                    .filter(it -> Branch.of(graph, it.id(), it).holds(revision.order()))
                    .flatMap(it -> it.branches().stream())
                    .sorted()
                    .toList();
        }
        String message = on.isEmpty()
                ? revision + " does not lie on branch " + branch.name()
                : revision + " is on " + branches(on) + ", not on " + branch.name();
        return problem(Code.TARGET_OFF_BRANCH, span, message, "leave out " + Wording.quoted(branch.name() + "@"));
    }

    /**
     * A target could go on to each of several revisions.
     *
     * @param fact what there are several of, as {@code b has 2 children}
     */
    DiagnosticException ambiguous(Target target, String fact, List<Revision> candidates) {
        List<String> words = shown(candidates).stream()
                .map(it -> target.on(branchWord(it, candidates)))
                .toList();
        return problem(
                Code.TARGET_AMBIGUOUS,
                target.span(),
                Wording.quoted(target.toString()) + " is ambiguous: " + fact + ", " + Wording.and(candidates),
                say(words, candidates));
    }

    /** Going down stops at a merge: its parents are the words. */
    DiagnosticException mergeBelow(Target target, Revision merge, List<Revision> parents) {
        List<String> words = shown(parents).stream()
                .map(it -> target.on(branchWord(it, parents)))
                .toList();
        return problem(
                Code.TARGET_AMBIGUOUS,
                target.span(),
                Wording.quoted(target.toString()) + " is ambiguous: " + merge + " merges " + Wording.and(parents),
                say(words, parents));
    }

    /** One head is wanted and there are several. */
    DiagnosticException severalHeads(Target target, List<Revision> heads, @Nullable Branch branch) {
        List<String> words =
                shown(heads).stream().map(it -> headWord(it, heads)).toList();
        String all = branch == null ? "heads" : branch.name() + "@heads";
        return problem(
                Code.TARGET_AMBIGUOUS,
                target.span(),
                Wording.quoted(target.toString()) + " is ambiguous: there are " + heads.size() + " heads"
                        + (branch == null ? "" : " on branch " + branch.name()) + ", " + Wording.and(heads),
                say(words, heads),
                "say " + Wording.quoted(all) + " for all of them");
    }

    /** A word for this head that none of the others answers to: {@code left@head}, or its id. */
    String headWord(Revision head, List<Revision> heads) {
        String word = branchWord(head, heads);
        Revision labelled = graph.labels().get(word);
        if (labelled == null) {
            return head.id();
        }
        Branch branch = Branch.of(graph, word, labelled);
        boolean onlyLeaf = branch.members().stream()
                        .filter(node -> graph.children().count(node) == 0)
                        .count()
                == 1;
        return onlyLeaf ? word + "@head" : head.id();
    }

    /** A label that names this revision and none of the others, or else its id. */
    private String branchWord(Revision revision, List<Revision> others) {
        List<String> labels = graph.onBranches(revision);
        if (!labels.isEmpty()) {
            Map<String, Integer> uses = new HashMap<>();
            others.forEach(other -> graph.onBranches(other).forEach(label -> uses.merge(label, 1, Integer::sum)));
            for (String label : labels) {
                if (uses.getOrDefault(label, 0) <= 1) {
                    return label;
                }
            }
        }
        return revision.id();
    }

    static List<Revision> shown(List<Revision> revisions) {
        return revisions.subList(0, Math.min(revisions.size(), Wording.MOST));
    }

    private static String say(List<String> words, List<Revision> candidates) {
        return "say " + Wording.orQuoted(words) + (candidates.size() > words.size() ? ", and so on" : "");
    }

    /** {@code branch left}, {@code branches left and right}. */
    static String branches(List<String> labels) {
        return (labels.size() == 1 ? "branch " : "branches ") + Wording.and(labels);
    }

    /** The labels that name any of these, by alphabet, but not those that name the other one. */
    List<String> labelsOf(List<Revision> revisions, Branch except) {
        TreeSet<String> labels = new TreeSet<>();
        revisions.forEach(it -> labels.addAll(graph.onBranches(it)));
        labels.remove(except.name());
        return new ArrayList<>(labels);
    }
}
