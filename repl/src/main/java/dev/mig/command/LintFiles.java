package dev.mig.command;

import dev.mig.compile.Compilation;
import dev.mig.compile.CompiledRevision;
import dev.mig.lint.Lint;
import dev.mig.model.Database;
import dev.mig.project.Project;
import dev.mig.report.LintReport;
import dev.mig.report.Report;
import dev.mig.revision.Applied;
import dev.mig.revision.History;
import dev.mig.revision.Range;
import dev.mig.revision.Revision;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reports risky operations in revisions. */
final class LintFiles implements Command {
    private final Supplier<Optional<String>> range;

    LintFiles(Words words) {
        words.summary("report risky operations in revisions")
                .description("Reports operations that lock tables in use, fail on existing rows, lose data, or break "
                        + "programs that run at the same time; for the database of the URL and those of all "
                        + "environments. \"migrate explain CODE\" describes the safe way. A comment allows an "
                        + "intended operation: -- lint: allow MIG-603 the table is small. Exits with 3 if there are"
                        + " errors.")
                .example("", "all revisions")
                .example("ae10:", "from one revision on")
                .example("--json", "for a build that annotates the lines");
        range = words.optionalArgument("FROM:TO", "only this range (default: all revisions)");
    }

    @Override
    public Report run(Project project) {
        Optional<Range> wanted = range.get().map(Range::parse);
        boolean relative = wanted.filter(Range::dependsOnApplied).isPresent();
        Applied applied = relative ? project.applied() : Applied.none(project.graph());
        List<Revision> revisions =
                wanted.map(it -> History.of(project.graph(), applied, it)).orElseGet(() -> History.of(project.graph()));
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        for (Database database : project.configuration().databases()) {
            Compilation compilation = project.compile(revisions, database).orThrow();
            for (Revision revision : revisions) {
                CompiledRevision compiled = compilation.revision(revision.id());
                for (Diagnostic it : Lint.of(compiled, project.text(revision), database)) {
                    // An error for one database and a warning for another one is an error.
                    found.merge(it.code().id() + it.span().location(), it, (one, other) -> one.isError() ? one : other);
                }
            }
        }
        return new LintReport(
                revisions.size(),
                found.values().stream().sorted(DiagnosticException.BY_PLACE).toList());
    }
}
