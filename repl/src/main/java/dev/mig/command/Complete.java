package dev.mig.command;

import dev.mig.project.GlobalOptions;
import dev.mig.project.Project;
import dev.mig.report.CandidatesReport;
import dev.mig.report.Report;
import dev.mig.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Completion for bash, zsh and fish, which call {@code migrate __complete -- upgrade ae} on every Tab. */
final class Complete implements Command {
    private final CommandRegistry registry;
    private final Supplier<List<String>> typed;

    Complete(Words words, CommandRegistry registry) {
        this.registry = registry;
        words.summary("list completion candidates");
        typed = words.arguments("WORD", "the line so far", 0, Integer.MAX_VALUE);
    }

    @Override
    public Report run(Project project) {
        List<Candidate> candidates =
                new Completer(registry, Completer.Known.of(of(typed.get(), project))).complete(typed.get());
        return new CandidatesReport(candidates.stream()
                .map(it -> new CandidatesReport.Candidate(it.value(), it.says()))
                .toList());
    }

    /** The project of the line being completed, according to its {@code -C} and {@code -c}. */
    private static Project of(List<String> typed, Project here) {
        Words shared = new Words("");
        Supplier<GlobalOptions> options = SharedOptions.declare(shared);
        List<String> said = new ArrayList<>();
        for (int at = 0; at + 2 < typed.size(); at++) {
            if (Completer.valued(shared, typed.get(at)).isPresent()) {
                said.addAll(typed.subList(at, at + 2));
            }
        }
        try {
            Parsing.parse(shared, said);
            return new Project(options.get(), here.process(), here.console(), here.session());
        } catch (DiagnosticException halfTyped) {
            return here;
        }
    }
}
