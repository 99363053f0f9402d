package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.CodesReport;
import dev.mig.report.ExplainReport;
import dev.mig.report.Report;
import dev.mig.source.Code;
import dev.mig.source.Explanation;
import dev.mig.source.Suggestions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Explains a diagnostic code, or lists all codes. Needs no project. */
final class Explain implements Command {
    private final Supplier<Optional<String>> code;

    Explain(Words words) {
        words.summary("explain a diagnostic code")
                .example("MIG-104", "what it means and what to do")
                .example("", "all codes");
        code = words.optionalArgument("CODE", "as printed in a diagnostic: MIG-104, or 104");
    }

    @Override
    public Report run(Project project) {
        return code.get()
                .<Report>map(it -> new ExplainReport(Explanation.of(named(it))))
                .orElseGet(() -> new CodesReport(Arrays.stream(Code.values())
                        .sorted(Comparator.comparing(Code::id))
                        .map(Explanation::of)
                        .toList()));
    }

    private static Code named(String word) {
        return Code.named(word).orElseThrow(() -> {
            List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
            String typed = word.matches("[0-9]+") ? "MIG-" + word : word;
            List<String> near = Suggestions.nearest(typed, ids, 3);
            String hint = near.isEmpty() ? "migrate explain lists all codes" : "there is " + String.join(", ", near);
            return UsageError.words("there is no code \"" + word + "\"", hint);
        });
    }
}
