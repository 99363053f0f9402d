package dev.mig.revision;

import static dev.mig.revision.TargetProblems.problem;
import static dev.mig.revision.Wording.quoted;

import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which revisions a listing shows, newest first: the reverse of the order of application. */
public final class History {
    private History() {}

    public static List<Revision> of(RevisionGraph graph) {
        return graph.revisions().reversed();
    }

    /**
     * Both ends of a range and what stands between them, by parents and dependencies. {@code -N} at the beginning counts
     * from the end, {@code +N} at the end from the beginning; elsewhere both count from what is applied.
     *
     * @throws DiagnosticException if an end cannot be resolved, or nothing stands between them
     */
    public static List<Revision> of(RevisionGraph graph, Applied applied, Range range) {
        Resolver resolver = new Resolver(graph, applied);
        Target from = range.from();
        Target to = range.to();
        boolean fromEnd = from != null && isMove(from) && from.offset() < 0;
        boolean fromStart = to != null && isMove(to) && to.offset() > 0;
        if (fromEnd && fromStart) {
            throw problem(
                    Code.TARGET_WORD,
                    range.span(),
                    quoted(range.toString()) + " counts each end from the other one",
                    "name one of the ends");
        }
        if (from != null && fromEnd) {
            ResolvedTarget end = end(graph, resolver, to);
            return between(graph, range, resolver.walk(from, end, from.offset()), end);
        }
        ResolvedTarget start = from == null ? ResolvedTarget.base(null) : resolver.destination(from);
        ResolvedTarget end = to != null && fromStart ? resolver.walk(to, start, to.offset()) : end(graph, resolver, to);
        return between(graph, range, start, end);
    }

    private static boolean isMove(Target target) {
        return target.isMove() && target.branch() == null;
    }

    private static ResolvedTarget end(RevisionGraph graph, Resolver resolver, @Nullable Target to) {
        return to == null ? ResolvedTarget.of(graph.heads(), null) : resolver.destination(to);
    }

    private static List<Revision> between(RevisionGraph graph, Range range, ResolvedTarget start, ResolvedTarget end) {
        BitSet chosen = graph.below().closure(bits(end));
        if (!start.base()) {
            chosen.and(graph.above().closure(bits(start)));
            if (chosen.isEmpty()) {
                throw unrelated(graph, range, start, end);
            }
        }
        return graph.list(chosen).reversed();
    }

    private static DiagnosticException unrelated(
            RevisionGraph graph, Range range, ResolvedTarget start, ResolvedTarget end) {
        BitSet above = graph.above().closure(bits(end));
        above.and(bits(start));
        boolean turned = end.base() || !above.isEmpty();
        return problem(
                Code.RANGE_UNRELATED,
                range.span(),
                name(end) + " does not follow " + name(start),
                turned
                        ? "say " + quoted(Objects.toString(range.to(), "") + ":" + Objects.toString(range.from(), ""))
                        : "a range goes up one line of parents and dependencies");
    }

    private static String name(ResolvedTarget destination) {
        return destination.base() ? "base" : Wording.and(destination.revisions());
    }

    private static BitSet bits(ResolvedTarget destination) {
        BitSet bits = new BitSet();
        destination.revisions().forEach(it -> bits.set(it.order()));
        return bits;
    }
}
