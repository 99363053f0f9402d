package dev.mig.revision;

import static dev.mig.revision.TargetProblems.problem;
import static dev.mig.revision.Wording.count;
import static dev.mig.revision.Wording.quoted;

import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import dev.mig.syntax.tree.Header;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resolves targets to revisions, in the same way for every command.
 *
 * <p>Where nothing is known of a database, resolve with {@link Applied#none}: only targets that {@link
 * Target#dependsOnApplied depend on it} ask.
 */
public final class Resolver {
    /** The place below the bases, where lineage walks may start and end. */
    private static final int BASE = -1;

    private final RevisionGraph graph;
    private final Applied applied;
    private final TargetProblems problems;

    public Resolver(RevisionGraph graph, Applied applied) {
        this.graph = graph;
        this.applied = applied.orThrow();
        this.problems = new TargetProblems(graph);
    }

    /**
     * The revisions that a target names: several only for {@code heads}, none for {@code base}.
     *
     * @throws DiagnosticException that points into the word
     */
    public List<Revision> revisions(Target target) {
        return destination(target).revisions();
    }

    /**
     * The one revision that a target names.
     *
     * @throws DiagnosticException that points into the word
     */
    public Revision revision(Target target) {
        ResolvedTarget destination = destination(target);
        if (destination.base()) {
            throw problem(
                    Code.TARGET_NOT_ONE,
                    target.span(),
                    quoted(target.toString()) + " is the place below all revisions, and a revision is wanted here",
                    "name one, by its id, a label or \"head\": migrate history lists them");
        }
        return one(target, destination);
    }

    /** What a target names in an upgrade and wherever else revisions are named. */
    ResolvedTarget destination(Target target) {
        Branch branch = branch(target);
        Target.Absolute absolute = target.absolute();
        if (absolute == null) {
            return target.offset() > 0 ? above(target, branch) : current(target, branch, -target.offset());
        }
        ResolvedTarget start = switch (absolute.kind()) {
            case BASE -> ResolvedTarget.base(branch);
            case HEADS -> ResolvedTarget.of(heads(branch), branch);
            case HEAD -> head(target, branch);
            case CURRENT -> current(target, branch, 0);
            case NAME -> ResolvedTarget.of(List.of(named(absolute.ref(), branch)), branch);
        };
        return target.offset() == 0 ? start : walk(target, start, target.offset());
    }

    @Nullable
    Branch branch(Target target) {
        Header.Ref ref = target.branch();
        if (ref == null) {
            return null;
        }
        Revision labelled = graph.labels().get(ref.text());
        if (labelled != null) {
            return Branch.of(graph, ref.text(), labelled);
        }
        Revision revision = find(ref, null);
        String name = revision.branches().stream()
                .filter(it -> it.startsWith(ref.text()) && !revision.id().startsWith(ref.text()))
                .findFirst()
                .orElse(revision.id());
        return Branch.of(graph, name, revision);
    }

    /** The heads, or the leaves of a branch's lineage: also those that another branch depends on. */
    List<Revision> heads(@Nullable Branch branch) {
        if (branch == null) {
            return graph.heads();
        }
        return branch.members().stream()
                .filter(node -> graph.children().count(node) == 0)
                .mapToObj(graph::at)
                .toList();
    }

    TargetProblems problems() {
        return problems;
    }

    private ResolvedTarget head(Target target, @Nullable Branch branch) {
        List<Revision> heads = heads(branch);
        if (heads.size() > 1) {
            throw problems.severalHeads(target, heads, branch);
        }
        return ResolvedTarget.of(heads, branch);
    }

    private Revision named(Header.Ref ref, @Nullable Branch branch) {
        Revision revision = find(ref, branch);
        if (branch != null && !branch.holds(revision.order())) {
            throw problems.offBranch(ref.span(), revision, branch);
        }
        return revision;
    }

    /** By id, by label, or by the beginning of one; a branch decides between several. */
    private Revision find(Header.Ref ref, @Nullable Branch branch) {
        String word = ref.text();
        Optional<Revision> exact = graph.revision(word).or(() -> graph.labelled(word));
        if (exact.isPresent()) {
            return exact.get();
        }
        List<String> names = Stream.concat(graph.ids().keySet().stream(), graph.labels().keySet().stream())
                .filter(it -> it.startsWith(word))
                .sorted()
                .toList();
        if (names.isEmpty()) {
            throw problems.unknown(ref.span(), word);
        }
        List<Revision> matches = names.stream().map(this::byName).distinct().toList();
        if (matches.size() > 1 && branch != null) {
            List<Revision> onBranch =
                    matches.stream().filter(it -> branch.holds(it.order())).toList();
            matches = onBranch.size() == 1 ? onBranch : matches;
        }
        if (matches.size() > 1) {
            throw problems.severalMatches(ref.span(), word, names);
        }
        return matches.getFirst();
    }

    private Revision byName(String name) {
        Map<String, Revision> ids = graph.ids();
        return Objects.requireNonNull(
                ids.containsKey(name) ? ids.get(name) : graph.labels().get(name));
    }

    /** {@code current} and {@code current-N}: from the one row, or from the one on the branch. */
    private ResolvedTarget current(Target target, @Nullable Branch branch, int down) {
        List<Revision> rows = applied.rows();
        if (branch != null) {
            List<Revision> onBranch =
                    rows.stream().filter(it -> branch.holds(it.order())).toList();
            rows = onBranch.isEmpty() ? tops(branch) : onBranch;
        }
        if (rows.size() > 1) {
            throw problems.ambiguous(target, severalRows(rows, branch), rows);
        }
        ResolvedTarget start = rows.isEmpty() ? ResolvedTarget.base(branch) : ResolvedTarget.of(rows, branch);
        return down == 0 ? start : walk(target, start, -down);
    }

    /** {@code +N} and {@code branch@+N}. */
    private ResolvedTarget above(Target target, @Nullable Branch branch) {
        List<Revision> starts = branch == null ? applied.rows() : tops(branch);
        int n = target.offset();
        if (starts.size() < 2) {
            return up(
                    target, branch, starts.isEmpty() ? BASE : starts.getFirst().order(), n);
        }
        int[] children = starts.stream()
                .flatMapToInt(it -> IntStream.of(graph.children().of(it.order())))
                .filter(child -> branch == null || branch.holds(child))
                .distinct()
                .toArray();
        if (children.length == 0) {
            throw tooFar(target, branch, 0, "above " + Wording.and(starts));
        }
        boolean meet = children.length == 1
                && starts.stream().allMatch(it -> graph.children().count(it.order()) == 1);
        if (!meet) {
            throw problems.ambiguous(target, severalRows(starts, branch), starts);
        }
        return n == 1
                ? ResolvedTarget.of(List.of(graph.at(children[0])), branch)
                : up(target, branch, children[0], n - 1);
    }

    /** The topmost applied revisions of a branch. */
    List<Revision> tops(Branch branch) {
        BitSet onBranch = applied.bits();
        onBranch.and(branch.members());
        return graph.list(graph.below().notReachedFromOthers(onBranch));
    }

    private static String severalRows(List<Revision> rows, @Nullable Branch branch) {
        return branch == null
                ? "the database has " + count(rows.size(), "row")
                : "branch " + branch.name() + " has " + rows.size() + " topmost applied revisions";
    }

    /** From one place of a lineage to another; the target is what errors point at. */
    ResolvedTarget walk(Target target, ResolvedTarget start, int offset) {
        int from = start.base() ? BASE : one(target, start).order();
        return offset > 0 ? up(target, start.branch(), from, offset) : down(target, start.branch(), from, -offset);
    }

    private Revision one(Target target, ResolvedTarget destination) {
        List<Revision> revisions = destination.revisions();
        if (revisions.isEmpty()) {
            throw problem(
                    Code.TARGET_UNKNOWN,
                    target.span(),
                    "there are no revisions yet",
                    "migrate revision -m \"what it does\" makes the first one");
        }
        if (revisions.size() > 1) {
            throw problem(
                    Code.TARGET_NOT_ONE,
                    target.span(),
                    quoted(target.toString()) + " starts from " + count(revisions.size(), "revision") + ", "
                            + Wording.and(revisions) + ", and one is wanted",
                    "name one of them");
        }
        return revisions.getFirst();
    }

    private ResolvedTarget up(Target target, @Nullable Branch branch, int from, int steps) {
        int at = from;
        for (int done = 0; done < steps; done++) {
            int[] next = within(branch, at == BASE ? bases() : graph.children().of(at));
            if (next.length == 0) {
                throw tooFar(target, branch, done, "above " + name(from));
            }
            if (next.length > 1) {
                String fact = at == BASE
                        ? "there are " + next.length + " bases"
                        : name(at) + " has " + next.length + " children";
                throw problems.ambiguous(target, fact, list(next));
            }
            at = next[0];
        }
        return ResolvedTarget.of(List.of(graph.at(at)), branch);
    }

    /** One step below a base is {@code base}. */
    private ResolvedTarget down(Target target, @Nullable Branch branch, int from, int steps) {
        int at = from;
        for (int done = 0; done < steps; done++) {
            if (at == BASE) {
                int below = Math.max(done - 1, 0);
                String fact = from == BASE
                        ? "nothing is below base"
                        : "there " + (below == 1 ? "is" : "are") + " only " + count(below, "revision") + " below "
                                + name(from);
                throw problem(
                        Code.TARGET_TOO_FAR,
                        target.span(),
                        quoted(target.toString()) + " goes below base: " + fact,
                        "say \"base\" for the place below all revisions");
            }
            int[] next = within(branch, graph.parents().of(at));
            if (next.length > 1) {
                throw problems.mergeBelow(target, graph.at(at), list(next));
            }
            at = next.length == 0 ? BASE : next[0];
        }
        return at == BASE ? ResolvedTarget.base(branch) : ResolvedTarget.of(List.of(graph.at(at)), branch);
    }

    private DiagnosticException tooFar(Target target, @Nullable Branch branch, int there, String above) {
        String where = above + (branch == null ? "" : " on branch " + branch.name());
        String only = there == 0 ? "" : "only ";
        return problem(
                Code.TARGET_TOO_FAR,
                target.span(),
                "there " + (there == 1 ? "is " : "are ") + only + count(there, "revision") + " " + where
                        + (there == 0 ? "" : ", not " + target.offset()),
                there > 0
                        ? "say " + quoted(target.withOffset(there)) + " to go as far as that"
                        : graph.heads().size() > 1
                                ? "this line ends there; other branches may go on: migrate upgrade heads"
                                : "this is where the history ends: migrate revision -m \"...\" makes it longer");
    }

    private int[] within(@Nullable Branch branch, int[] nodes) {
        return branch == null
                ? nodes
                : IntStream.of(nodes).filter(branch::holds).toArray();
    }

    private int[] bases() {
        return graph.bases().stream().mapToInt(Revision::order).toArray();
    }

    private String name(int node) {
        return node == BASE ? "base" : graph.at(node).id();
    }

    private List<Revision> list(int[] nodes) {
        return IntStream.of(nodes).mapToObj(graph::at).toList();
    }
}
