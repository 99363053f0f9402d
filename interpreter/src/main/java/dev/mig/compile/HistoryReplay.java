package dev.mig.compile;

import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.FirstFew;
import dev.mig.source.Span;
import dev.mig.syntax.Parsed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One compilation for one target: decides which ancestors to read, and computes the schemas from the first revision
 * to the last.
 */
final class HistoryReplay {

    private final RevisionGraph graph;
    private final RevisionCache cache;
    private final RevisionCompiler compiler;
    private final SchemaModel empty;
    private final Map<QualifiedIdentifier, Optional<Table>> adopted;
    private final ReplayOrder replayOrder;
    private final BitSet chosen;
    /** All ancestors of the chosen revisions. */
    private final BitSet ancestors;

    HistoryReplay(
            RevisionGraph graph,
            RevisionCache cache,
            RevisionFiles files,
            Target target,
            Map<QualifiedIdentifier, Optional<Table>> adopted,
            BitSet chosen) {
        this.graph = graph;
        this.cache = cache;
        this.compiler = new RevisionCompiler(target, files);
        this.empty = SchemaModel.empty(target.database().folding());
        this.adopted = Map.copyOf(adopted);
        this.replayOrder = new ReplayOrder(graph);
        this.chosen = chosen;
        this.ancestors = replayOrder.closure(list(chosen));
        ancestors.andNot(chosen);
    }

    private List<Revision> list(BitSet orders) {
        return orders.stream().mapToObj(graph.revisions()::get).toList();
    }

    private BitSet read = new BitSet();

    boolean hasReadAll() {
        return read.equals(ancestors);
    }

    /** @param whole whether to read all ancestors, needed or not */
    Compilation compile(boolean whole) {
        cache.read(list(chosen));
        read = whole ? ancestors : needed();
        cache.read(list(read));
        Fold fold = new Fold();
        BitSet all = (BitSet) ancestors.clone();
        all.or(chosen);
        all.stream().mapToObj(graph.revisions()::get).forEach(fold::add);
        List<Diagnostic> notYet = notYetThere(fold);
        // "Not there yet" says more than "similar to another name".
        fold.diagnostics.removeIf(it -> it.code() == Code.TABLE_OUTSIDE
                && notYet.stream().anyMatch(other -> other.span().equals(it.span())));
        fold.diagnostics.addAll(notYet);
        return new Compilation(fold.compiled, limited(fold.diagnostics));
    }

    /** Replays these and their ancestors, without checks. */
    SchemaModel schemaAfter(BitSet last) {
        BitSet all = replayOrder.closure(list(last));
        read = all;
        cache.read(list(all));
        Fold fold = new Fold();
        all.stream().mapToObj(graph.revisions()::get).forEach(fold::add);
        List<Revision> tips = list(last);
        return tips.isEmpty() ? empty : fold.joined(tips, false);
    }

    // ---- which ancestors

    private BitSet needed() {
        BitSet needed = new BitSet();
        if (ancestors.isEmpty()) {
            return needed;
        }
        RelevantNames needs = new RelevantNames();
        for (Revision revision : list(chosen)) {
            RevisionBody body = cache.body(revision).tree();
            if (body != null) {
                needs.everythingFrom(compiler.outline(body));
            }
        }
        List<Revision> unread = new ArrayList<>(list(ancestors));
        Map<Integer, List<Operation>> outlines = new HashMap<>();
        for (Map<String, RelevantNames.Need> added = needs.takeAdded(); !added.isEmpty(); added = needs.takeAdded()) {
            List<Revision> found = cache.mattering(unread, new WordSearch(added));
            cache.read(found);
            for (Revision revision : found) {
                needed.set(revision.order());
                RevisionBody body = cache.body(revision).tree();
                if (body != null) {
                    outlines.put(revision.order(), compiler.replay(body, empty));
                }
            }
            // Earlier revisions may mention a name that has just been added.
            outlines.values().forEach(needs::follow);
            unread.removeIf(it -> needed.get(it.order()));
            if (needs.everything()) {
                return ancestors;
            }
        }
        return needed;
    }

    // ---- what is not there yet

    /** Tables used as if from outside, although some revision creates them. */
    private List<Diagnostic> notYetThere(Fold fold) {
        Map<String, RelevantNames.Need> words = new HashMap<>();
        fold.outside
                .values()
                .forEach(tables -> tables.keySet()
                        .forEach(it -> words.put(WordSearch.longest(it.name().text()), RelevantNames.Need.STRUCTURE)));
        if (words.isEmpty()) {
            return List.of();
        }
        Creators creators = new Creators(empty.folding());
        fold.operations.forEach((order, done) -> creators.note(graph.revisions().get(order), done));
        List<Revision> others = graph.revisions().stream()
                .filter(it -> !fold.operations.containsKey(it.order()))
                .toList();
        for (Revision revision : cache.mattering(others, new WordSearch(words))) {
            RevisionBody body = cache.body(revision).tree();
            if (body != null) {
                creators.note(revision, compiler.replay(body, empty));
            }
        }
        List<Diagnostic> complaints = new ArrayList<>();
        fold.outside.forEach((revision, tables) -> tables.forEach((table, place) -> {
            Diagnostic complaint = creators.complaint(table, place, revision);
            if (complaint != null) {
                complaints.add(complaint);
            }
        }));
        return complaints;
    }

    // ---- one schema after the other

    private final class Fold {
        private final @Nullable SchemaModel[] after = new SchemaModel[graph.size()];
        private final Map<Integer, List<Operation>> operations = new TreeMap<>();
        private final Map<Revision, Map<QualifiedIdentifier, Span>> outside = new LinkedHashMap<>();
        private final Map<String, CompiledRevision> compiled = new LinkedHashMap<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        void add(Revision revision) {
            boolean wanted = chosen.get(revision.order());
            SchemaModel before = joined(replayOrder.predecessors(revision), wanted);
            if (!wanted && !read.get(revision.order())) {
                after[revision.order()] = before;
                return;
            }
            Parsed<? extends RevisionBody> parsed = cache.body(revision);
            diagnostics.addAll(parsed.diagnostics());
            RevisionBody body = parsed.tree();
            if (body == null) {
                after[revision.order()] = before;
            } else if (wanted) {
                compile(revision, body, before);
            } else {
                replay(revision, body, before);
            }
        }

        private void compile(Revision revision, RevisionBody body, SchemaModel before) {
            RevisionCompiler.Result result = compiler.compile(body, before);
            diagnostics.addAll(result.diagnostics());
            compiled.put(revision.id(), result.revision());
            if (!result.outside().isEmpty()) {
                outside.put(revision, result.outside());
            }
            operations.put(
                    revision.order(),
                    result.revision().migration().upgrade().stream()
                            .map(it -> it.operation())
                            .toList());
            after[revision.order()] = result.revision().after();
        }

        private void replay(Revision revision, RevisionBody body, SchemaModel before) {
            List<Operation> replayed = compiler.replay(body, before);
            operations.put(revision.order(), replayed);
            after[revision.order()] = before.applyAll(replayed);
        }

        /**
         * The schema where all of these and their ancestors are applied.
         *
         * @param adopting whether what the database says is taken in, where the line that is not applied yet begins
         */
        SchemaModel joined(List<Revision> revisions, boolean adopting) {
            if (revisions.isEmpty()) {
                return adopting ? adopted(empty) : empty;
            }
            Revision base = revisions.getLast();
            boolean adopts = adopting && !chosen.get(base.order());
            SchemaModel model = Objects.requireNonNull(after[base.order()]);
            for (Revision missing : replayOrder.missing(base, revisions.subList(0, revisions.size() - 1))) {
                if (adopts && chosen.get(missing.order())) {
                    model = adopted(model);
                    adopts = false;
                }
                model = model.applyAll(operations.getOrDefault(missing.order(), List.of()));
            }
            return adopts ? adopted(model) : model;
        }

        /**
         * The database's information applies at its current state: after what is applied, before what is about to
         * be.
         */
        private SchemaModel adopted(SchemaModel model) {
            SchemaModel with = model;
            for (Map.Entry<QualifiedIdentifier, Optional<Table>> entry : adopted.entrySet()) {
                Lookup<Table> known = model.table(entry.getKey());
                if (known instanceof Lookup.Outside || known instanceof Lookup.Unknown) {
                    with = entry.getValue().map(with::adopt).orElse(with.adoptAbsence(entry.getKey()));
                }
            }
            return with;
        }
    }

    private static List<Diagnostic> limited(List<Diagnostic> diagnostics) {
        Map<String, List<Diagnostic>> byFile = new TreeMap<>();
        diagnostics.stream()
                .sorted(DiagnosticException.BY_PLACE)
                .forEach(it -> byFile.computeIfAbsent(it.span().source().name(), file -> new ArrayList<>())
                        .add(it));
        return byFile.values().stream().flatMap(it -> FirstFew.of(it).stream()).toList();
    }
}
