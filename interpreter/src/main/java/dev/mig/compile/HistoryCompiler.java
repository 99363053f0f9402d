package dev.mig.compile;

import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles revisions of a history, each against exactly the schema that its ancestors leave behind.
 *
 * <p>The revisions that are asked for are read whole, in parallel. Of their ancestors only those are read whose text
 * names what the revisions ask about; if anything is found wrong, all of them are, so that what is said is right.
 * What was read is kept: one compiler serves several targets, and as long as the files stay the same.
 */
public final class HistoryCompiler {
    private final RevisionGraph graph;
    private final RevisionFiles files;
    private final RevisionCache cache;

    public HistoryCompiler(RevisionGraph graph, RevisionFiles files, List<RevisionFormat> formats) {
        this.graph = graph;
        this.files = files;
        this.cache = new RevisionCache(files, formats, graph.size());
    }

    /** {@link #compile(Collection, Target, Map)} without information from a database. */
    public Compilation compile(Collection<String> ids, Target target) {
        return begin(ids, target).finish(Map.of());
    }

    /**
     * Compiles like {@link #compile(Collection, Target, Map)}, in two steps, so that the questions to the database
     * are known in between.
     */
    public Begun begin(Collection<String> ids, Target target) {
        HistoryReplay replaying = new HistoryReplay(graph, cache, files, target, Map.of(), chosen(ids));
        return new Begun(replaying, replaying.compile(false), ids, target);
    }

    /** A compilation that may still need information from a database. */
    public final class Begun {
        private final HistoryReplay replaying;
        private final Compilation first;
        private final Collection<String> ids;
        private final Target target;

        private Begun(HistoryReplay replaying, Compilation first, Collection<String> ids, Target target) {
            this.replaying = replaying;
            this.first = first;
            this.ids = List.copyOf(ids);
            this.target = target;
        }

        /** The tables that only the database knows. */
        public Set<QualifiedIdentifier> outside() {
            return first.revisions().values().stream()
                    .flatMap(it -> it.outside().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** @param adopted as for {@link HistoryCompiler#compile(Collection, Target, Map)} */
        public Compilation finish(Map<QualifiedIdentifier, Optional<Table>> adopted) {
            if (!adopted.isEmpty()) {
                return compile(ids, target, adopted);
            }
            return first.hasErrors() && !replaying.hasReadAll() ? replaying.compile(true) : first;
        }
    }

    /**
     * Compiles some revisions for a database.
     *
     * @param ids full ids of revisions of the graph
     * @param adopted what the database says, before the revisions run, of tables that no revision creates, or that raw
     *     SQL made unknown: empty for a table that it does not have. Only for an upgrade of what is not applied yet:
     *     for anything else the database is ahead of the schemas in question
     */
    public Compilation compile(
            Collection<String> ids, Target target, Map<QualifiedIdentifier, Optional<Table>> adopted) {
        HistoryReplay some = new HistoryReplay(graph, cache, files, target, adopted, chosen(ids));
        Compilation compilation = some.compile(false);
        return compilation.hasErrors() && !some.hasReadAll() ? some.compile(true) : compilation;
    }

    /** Compiles the whole history, reading everything. */
    public Compilation compileAll(Target target) {
        BitSet all = new BitSet();
        all.set(0, graph.size());
        return new HistoryReplay(graph, cache, files, target, Map.of(), all).compile(true);
    }

    /** The schema after some revisions and their ancestors, read leniently. */
    public SchemaModel schemaAfter(Collection<String> ids, Target target) {
        return new HistoryReplay(graph, cache, files, target, Map.of(), new BitSet()).schemaAfter(chosen(ids));
    }

    private BitSet chosen(Collection<String> ids) {
        BitSet chosen = new BitSet(graph.size());
        for (String id : ids) {
            Revision revision =
                    graph.revision(id).orElseThrow(() -> new IllegalArgumentException("there is no revision " + id));
            chosen.set(revision.order());
        }
        return chosen;
    }
}
