package dev.mig.command;

import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The targets offered by completion. */
record Targets(RevisionGraph graph, Completer.Known known) {
    /** The number of steps offered. */
    private static final int FAR = 3;

    /** Candidates for a partial word; some of them may begin differently. */
    Stream<Candidate> beginningWith(String word) {
        int colon = word.indexOf(':');
        if (colon >= 0) {
            String from = word.substring(0, colon + 1);
            return beginningWith(word.substring(colon + 1)).map(it -> new Candidate(from + it.value(), it.says()));
        }
        if (word.startsWith("+") || word.startsWith("-")) {
            return steps("", word.substring(0, 1));
        }
        int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
        if (sign > 0) {
            return steps(word.substring(0, sign), word.substring(sign, sign + 1));
        }
        int at = word.indexOf('@');
        if (at > 0) {
            return onBranch(word.substring(0, at));
        }
        Stream<Candidate> words =
                word.isEmpty() ? words() : words().filter(it -> it.value().startsWith(word));
        // Newest first: these are the likely targets.
        Stream<Candidate> revisions = graph.revisions().reversed().stream()
                .filter(it -> it.id().startsWith(word))
                .map(this::candidate);
        return Stream.concat(words, revisions);
    }

    private Stream<Candidate> words() {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate("head", "the newest revision"));
        candidates.add(new Candidate("heads", "the newest revision of every branch"));
        candidates.add(new Candidate("base", "below all revisions"));
        candidates.add(new Candidate("current", "where the database is"));
        for (Revision revision : graph.labelled()) {
            for (String branch : revision.branches()) {
                candidates.add(new Candidate(branch + "@head", "the newest revision of a branch"));
                candidates.add(new Candidate(branch, "where a branch begins: " + revision.message()));
            }
        }
        return candidates.stream();
    }

    private static Stream<Candidate> onBranch(String branch) {
        return Stream.of(
                new Candidate(branch + "@head", "the newest revision of a branch"),
                new Candidate(branch + "@base", "below what only this branch has"),
                new Candidate(branch + "@+1", "one step up on it"),
                new Candidate(branch + "@-1", "one step down on it"));
    }

    /** @param from the part before the sign; empty for the current revision */
    private static Stream<Candidate> steps(String from, String sign) {
        String way = sign.equals("+") ? "up" : "down";
        return Stream.iterate(1, it -> it + 1)
                .limit(FAR)
                .map(it -> new Candidate(from + sign + it, it + (it == 1 ? " step " : " steps ") + way));
    }

    private Candidate candidate(Revision revision) {
        Boolean applied = known.isApplied(revision);
        String mark = applied == null ? "" : applied ? "● " : "○ ";
        return new Candidate(revision.id(), mark + revision.message());
    }
}
