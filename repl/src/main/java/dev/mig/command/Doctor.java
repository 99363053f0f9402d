package dev.mig.command;

import dev.mig.files.MigrationsFolder;
import dev.mig.files.RevisionFile;
import dev.mig.files.config.Configuration;
import dev.mig.jdbc.DatabaseReader;
import dev.mig.project.Divergence;
import dev.mig.project.ProcessEnvironment;
import dev.mig.project.Project;
import dev.mig.report.DoctorReport;
import dev.mig.report.DoctorReport.Check;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Checks everything that a move relies on, from the program itself to the state in the database, and reports each
 * result. A failed check does not prevent later ones, unless they depend on it.
 */
final class Doctor implements Command {
    Doctor(Words words) {
        words.summary("check the installation, the project and the database")
                .description("Runs one check after the other and changes nothing. Exits with the code of the first "
                        + "problem. To check the contents of the revisions, use migrate validate.")
                .example("", "all checks and their results")
                .example("-n prod", "for another environment")
                .example("--json", "for a support request");
    }

    @Override
    public Report run(Project project) {
        return new DoctorReport(new Examination(project).checks());
    }

    /** One run of all checks. */
    private static final class Examination {
        private final Project project;
        private final List<Check> checks = new ArrayList<>();

        Examination(Project project) {
            this.project = project;
        }

        List<Check> checks() {
            check("program", this::program);
            check("terminal", this::terminal);
            if (!check("configuration", this::configuration)) {
                return checks;
            }
            boolean files = check("revisions", this::revisions);
            if (check("env.js", this::env)
                    && check("database", this::database)
                    && check("version table", this::versionTable)
                    && files) {
                history();
            }
            return checks;
        }

        /** Returns whether later checks can depend on it. */
        private boolean check(String name, Supplier<String> reader) {
            try {
                checks.add(new Check(name, reader.get(), List.of()));
                return true;
            } catch (DiagnosticException wrong) {
                checks.add(Check.of(name, wrong.diagnostics()));
                return false;
            }
        }

        private String program() {
            return "migrate " + project.process().version() + ", Java " + Runtime.version();
        }

        private String terminal() {
            ProcessEnvironment.Terminal terminal = project.process().terminal();
            if (!terminal.out()) {
                return "none: text without colours, and nobody is asked";
            }
            return terminal.width().getAsInt() + " columns, "
                    + (project.process().colours() ? "colours" : "no colours")
                    + (terminal.asks() ? "" : ", and nobody is asked");
        }

        private String configuration() {
            Configuration configuration = project.configuration();
            String file = configuration.file() == null
                    ? "no migrate.toml: everything is as it is by default"
                    : project.names().of(configuration.file());
            String environment = configuration.environment();
            return environment == null ? file : file + ", environment " + environment;
        }

        private String revisions() {
            MigrationsFolder folder = project.folder();
            RevisionGraph graph = project.graph();
            String where = project.configuration().migrations().locations().stream()
                    .map(project.names()::of)
                    .collect(Collectors.joining(", "));
            List<RevisionFile> files = folder.files();
            List<Revision> heads = graph.heads();
            return files.size() + " in " + where
                    + (heads.isEmpty()
                            ? ""
                            : heads.size() == 1 ? ", head " + heads.getFirst() : ", " + heads.size() + " heads");
        }

        private String env() {
            return project.env().exists() ? "computes the configuration and follows runs" : "there is none";
        }

        private String database() {
            DatabaseReader reader = project.database().reader();
            String url = project.configuration().connection().url().masked();
            return reader.product().map(it -> it + ", " + url).orElse(url + ": not there yet, an upgrade makes it");
        }

        private String versionTable() {
            Set<String> rows = project.database().reader().rows();
            return project.database().versionTable() + " at " + (rows.isEmpty() ? "base" : String.join(", ", rows));
        }

        private void history() {
            List<Diagnostic> problems = new ArrayList<>();
            check("history", () -> {
                Applied applied = project.applied();
                problems.addAll(new Divergence(project).problems(applied));
                int pending = applied.pending().size();
                return "files and database agree, " + (pending == 0 ? "nothing is pending" : pending + " pending");
            });
            if (!problems.isEmpty()) {
                checks.set(checks.size() - 1, Check.of("history", problems));
            }
        }
    }
}
