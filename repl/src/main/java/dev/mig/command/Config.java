package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.report.ConfigReport;
import dev.mig.report.Report;
import java.util.Optional;
import java.util.function.Supplier;

/** The effective configuration. */
final class Config implements Command {
    private final Supplier<Boolean> origin;
    private final Supplier<Optional<String>> action;

    Config(Words words) {
        words.summary("show the configuration in force")
                .description("A value comes from the first of: a flag, a MIGRATE_* environment variable, .env beside "
                        + "migrate.toml, the environment chosen with -n, the top level of migrate.toml, the default. "
                        + "Passwords are never shown.")
                .example("show", "every key and its value")
                .example("show --origin -n prod", "and where each value comes from, for one environment");
        origin = words.flag("say where each value comes from", "--origin");
        action = words.optionalArgument("show", "the one thing that can be done with it");
    }

    @Override
    public Report run(Project project) {
        action.get().filter(it -> !it.equals("show")).ifPresent(it -> {
            throw UsageError.words(
                    "the configuration can be shown, \"" + it + "\" is not known", "migrate config show");
        });
        return new ConfigReport(
                project.configuration().shown().stream()
                        .map(it -> new ConfigReport.Value(it.key(), it.value(), it.origin()))
                        .toList(),
                origin.get() || project.options().verbose());
    }
}
