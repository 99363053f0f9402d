package dev.mig.revision;

import dev.mig.source.DiagnosticException;
import dev.mig.syntax.tree.Header;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * All revisions and how they follow each other.
 *
 * <p>Two relations live here. Parents alone make the lineage: branches, and steps up and down. Parents and dependencies
 * together make the order: what must be applied before what. The graph is whole: no arrow leads to nowhere or back to
 * where it came from, no id or label is used twice. It does not know which revisions are applied.
 *
 * <p>The same headers make the same graph in whatever order they come. Every list is in the order in which its
 * revisions would be applied to an empty database, unless it says otherwise.
 */
public final class RevisionGraph {
    private final List<Revision> revisions;
    private final Map<String, Revision> byId;
    private final Map<String, Revision> byLabel;
    /** Place of each revision by creation and id. */
    private final int[] ranks;

    private final Edges parents;
    private final Edges children;
    private final Edges dependencies;
    private final Edges dependents;
    /** Parents and dependencies. */
    private final Edges below;
    /** Children and dependents. */
    private final Edges above;

    private final BranchLabels branchLabels;

    private RevisionGraph(GraphAssembly.Assembled assembled) {
        int size = assembled.headers().size();
        int[] order = orderOfAll(assembled);
        int[] places = new int[size];
        ranks = order;
        for (int place = 0; place < size; place++) {
            places[order[place]] = place;
        }
        List<Revision> all = new ArrayList<>(size);
        byId = HashMap.newHashMap(size);
        byLabel = new HashMap<>();
        for (int place = 0; place < size; place++) {
            Revision revision = new Revision(place, assembled.headers().get(order[place]));
            all.add(revision);
            byId.put(revision.id(), revision);
            revision.branches().forEach(label -> byLabel.put(label, revision));
        }
        revisions = List.copyOf(all);
        parents = assembled.parents().renamed(places);
        children = parents.reversed();
        dependencies = assembled.dependencies().renamed(places);
        dependents = dependencies.reversed();
        below = parents.and(dependencies);
        above = below.reversed();
        branchLabels = new BranchLabels(this);
    }

    /** Headers come by creation and id, so that their numbers are their ranks. */
    private static int[] orderOfAll(GraphAssembly.Assembled assembled) {
        int size = assembled.headers().size();
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = i;
        }
        BitSet all = new BitSet();
        all.set(0, size);
        Edges below = assembled.parents().and(assembled.dependencies());
        return StepOrder.of(all, below, below.reversed(), assembled.parents().reversed(), ranks);
    }

    /**
     * The graph of these headers.
     *
     * @throws DiagnosticException with everything that is wrong in them: an id or a label used twice, a parent or a
     *     dependency that no file has, a revision above itself
     */
    public static RevisionGraph of(Collection<Header> headers) {
        return new RevisionGraph(GraphAssembly.of(headers));
    }

    public List<Revision> revisions() {
        return revisions;
    }

    public int size() {
        return revisions.size();
    }

    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    /** By its full id. */
    public Optional<Revision> revision(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The revision whose header declares the label. */
    public Optional<Revision> labelled(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /** In the order written: the first is the line that others were merged into. */
    public List<Revision> parents(Revision revision) {
        return list(parents.of(revision.order()));
    }

    public List<Revision> children(Revision revision) {
        return list(children.of(revision.order()));
    }

    public List<Revision> dependencies(Revision revision) {
        return list(dependencies.of(revision.order()));
    }

    public List<Revision> dependents(Revision revision) {
        return list(dependents.of(revision.order()));
    }

    /** Nothing follows them and nothing depends on them: what is applied when everything is. */
    public List<Revision> heads() {
        return list(heads -> above.count(heads) == 0);
    }

    public boolean isHead(Revision revision) {
        return above.count(revision.order()) == 0;
    }

    /** Those without parents. */
    public List<Revision> bases() {
        return list(it -> parents.count(it) == 0);
    }

    /** Those with several children. */
    public List<Revision> branchPoints() {
        return list(it -> children.count(it) > 1);
    }

    /** Those whose headers declare branch labels. */
    public List<Revision> labelled() {
        return revisions.stream().filter(it -> !it.branches().isEmpty()).toList();
    }

    /**
     * The labels that name a revision, by alphabet: its own, those of its ancestors by lineage, and those of its
     * descendants as far as no revision with several children lies between, or is meant.
     */
    public List<String> onBranches(Revision revision) {
        return branchLabels.of(revision.order());
    }

    /** By id and label: every name that a word may stand for. */
    Map<String, Revision> ids() {
        return byId;
    }

    Map<String, Revision> labels() {
        return byLabel;
    }

    Edges parents() {
        return parents;
    }

    Edges children() {
        return children;
    }

    Edges below() {
        return below;
    }

    Edges above() {
        return above;
    }

    Revision at(int order) {
        return revisions.get(order);
    }

    /** In which order these are applied where all that they need besides each other is. */
    int[] stepOrder(BitSet chosen) {
        return StepOrder.of(chosen, below, above, children, ranks);
    }

    List<Revision> list(BitSet chosen) {
        return chosen.stream().mapToObj(revisions::get).toList();
    }

    private List<Revision> list(int[] orders) {
        List<Revision> list = new ArrayList<>(orders.length);
        for (int order : orders) {
            list.add(revisions.get(order));
        }
        return List.copyOf(list);
    }

    private List<Revision> list(IntPredicate chosen) {
        return revisions.stream().filter(it -> chosen.test(it.order())).toList();
    }
}
