package dev.mig.report;

import java.util.List;

/** Completion candidates for shells: one a line, then a tab and the description. */
public record CandidatesReport(List<Candidate> candidates) implements Report {
    public record Candidate(String value, String says) {}

    public CandidatesReport {
        candidates = List.copyOf(candidates);
    }

    @Override
    public void write(Page page) {
        candidates.forEach(it -> page.line((it.value() + "\t" + it.says()).strip()));
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "candidates",
                        candidates.stream()
                                .map(it -> new JsonObject()
                                        .put("value", it.value())
                                        .put("says", it.says()))
                                .toList());
    }
}
