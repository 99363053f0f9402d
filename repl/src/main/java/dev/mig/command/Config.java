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
        words.summary("show the effective configuration")
                .description("A value comes from the first of: a flag, a MIGRATE_* environment variable, .env next to "
                        + "migrate.toml, the environment selected with -n, the top level of migrate.toml, the "
                        + "default. Passwords are never shown.")
                .example("show", "every key and its value")
                .example("show --origin -n prod", "with the origin of each value, for one environment");
        origin = words.flag("show where each value comes from", "--origin");
        action = words.optionalArgument("show", "the only action");
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
