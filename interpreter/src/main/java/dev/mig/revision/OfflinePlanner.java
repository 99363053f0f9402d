package dev.mig.revision;

import static dev.mig.revision.TargetProblems.problem;
import static dev.mig.revision.Wording.quoted;

import dev.mig.source.Code;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans moves without asking a database where it is: the arguments say where they start.
 *
 * <p>{@code a:b} leads from one revision to another, {@code a:} as far as it goes, {@code :b} from the other end.
 * What only a database knows is refused, at its place in the words.
 */
public final class OfflinePlanner {
    private OfflinePlanner() {}

    /**
     * Applies what the words lead to. A word without a colon starts at base; several start where all that have a start
     * say.
     */
    public static Plan upgrade(RevisionGraph graph, List<String> words) {
        List<Target> starts = new ArrayList<>();
        List<Target> ends = new ArrayList<>();
        for (String word : words) {
            Range range = word.contains(":") ? Range.parse(word) : new Range(null, upTo(word), span(word));
            if (range.from() != null) {
                starts.add(start(range.from()));
            }
            ends.add(range.to() == null ? Target.parse("heads") : end(range.to()));
        }
        return Planner.upgrade(graph, applied(graph, starts), ends);
    }

    /** Takes back what lies between the start and the end of a range, which begins above and ends below. */
    public static Plan downgrade(RevisionGraph graph, String word) {
        if (!word.contains(":")) {
            throw problem(
                    Code.TARGET_WORD,
                    span(word),
                    "nobody knows without a database where " + quoted(word.strip()) + " starts",
                    "say from where: FROM:" + word.strip() + ", or heads:" + word.strip());
        }
        Range range = Range.parse(word);
        Target from = range.from() == null ? Target.parse("heads") : start(range.from());
        Target to = range.to() == null ? Target.parse("base") : end(range.to());
        return Planner.downgrade(graph, applied(graph, List.of(from)), to);
    }

    private static Target upTo(String word) {
        Target target = Target.parse(word);
        if (target.isMove()) {
            throw problem(
                    Code.TARGET_WORD,
                    target.span(),
                    "nobody knows without a database where " + quoted(target.toString()) + " starts",
                    "say from where: base:" + target + ", or a revision in the place of base");
        }
        return target;
    }

    private static Target start(Target from) {
        if (from.dependsOnApplied()) {
            throw problem(
                    Code.TARGET_WORD,
                    from.span(),
                    "only a database knows where " + quoted(from.toString()) + " is",
                    "name the revision that the database is at");
        }
        return from;
    }

    /** Relative to the start is well known. */
    private static Target end(Target to) {
        return to.isMove() ? to : start(to);
    }

    private static Applied applied(RevisionGraph graph, List<Target> starts) {
        Applied none = Applied.none(graph);
        return starts.isEmpty()
                ? none
                : Applied.of(graph, Planner.upgrade(graph, none, starts).rowsAfter());
    }

    private static Span span(String word) {
        return Source.typed("range", word).span(0, word.length());
    }
}
