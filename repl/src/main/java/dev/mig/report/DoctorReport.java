package dev.mig.report;

import dev.mig.source.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** The checks made, one a line, and the problems found. Checks that depend on a failed one are left out. */
public record DoctorReport(List<Check> checks) implements Report {
    /** @param seen in a few words */
    public record Check(String name, String seen, List<Diagnostic> problems) {
        public Check {
            problems = List.copyOf(problems);
        }

        /** For results reported elsewhere. */
        public static Check of(String name, List<Diagnostic> problems) {
            return new Check(
                    name,
                    problems.stream().map(it -> it.code().id()).distinct().collect(Collectors.joining(", ")),
                    problems);
        }

        private State state() {
            return problems.isEmpty()
                    ? State.RIGHT
                    : problems.stream().anyMatch(Diagnostic::isError) ? State.WRONG : State.DOUBTFUL;
        }
    }

    private enum State {
        RIGHT("right", TextStyle.APPLIED),
        DOUBTFUL("doubtful", TextStyle.PENDING),
        WRONG("wrong", TextStyle.DANGER);

        private final String word;
        private final TextStyle styled;

        State(String word, TextStyle styled) {
            this.word = word;
            this.styled = styled;
        }
    }

    public DoctorReport {
        checks = List.copyOf(checks);
    }

    @Override
    public void write(Page page) {
        int state = widest(checks.stream().map(it -> it.state().word).toList());
        int name = widest(checks.stream().map(Check::name).toList());
        for (Check it : checks) {
            String line = page.styled(it.state().styled, padded(it.state().word, state)) + "  "
                    + page.styled(TextStyle.HEADING, padded(it.name(), name)) + "  " + it.seen();
            page.line(line);
            it.problems().stream().filter(problem -> !problem.isError()).forEach(page::diagnostic);
        }
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .putObjects(
                        "checks",
                        checks.stream()
                                .map(it -> new JsonObject()
                                        .put("check", it.name())
                                        .put("state", it.state().word)
                                        .put("seen", it.seen())
                                        .putObjects(
                                                "problems",
                                                it.problems().stream()
                                                        .map(Failure::json)
                                                        .toList()))
                                .toList());
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return checks.stream()
                .flatMap(it -> it.problems().stream())
                .filter(Diagnostic::isError)
                .toList();
    }
}
