package dev.mig.command;

import dev.mig.diff.BlockText;
import dev.mig.model.Database;
import dev.mig.model.Operation;
import dev.mig.project.Comparison;
import dev.mig.project.Project;
import dev.mig.project.SchemaArgument;
import dev.mig.project.UsageError;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The two blocks of a revision, found by comparing what there is with what is wanted. */
final class Autogeneration {
    private final Supplier<Boolean> wanted;
    private final Supplier<Optional<String>> from;
    private final Supplier<Optional<String>> since;
    private final Supplier<List<String>> renames;
    private final Supplier<Boolean> allowEmpty;

    Autogeneration(Words words) {
        wanted = words.flag("fill it with the difference between the database and schema.mig", "--autogenerate");
        from = words.option("SCHEMA", "the wanted schema, instead of schema.mig: " + SchemaArgument.HELP, "--from");
        since = words.option("TARGET", "compare with the schema of a revision instead of the database", "--since");
        renames = words.options("OLD=NEW", "a rename: users.nick=handle", "--rename");
        allowEmpty = words.flag("write the file even if there is no difference", "--allow-empty");
    }

    /**
     * The content of the file.
     *
     * @param upgrade the statements of the block, likewise {@code downgrade}
     * @param lossy how many operations of the upgrade lose data
     */
    record Blocks(String upgrade, String downgrade, int operations, int lossy) {}

    boolean isWanted() {
        boolean said = wanted.get();
        if (!said
                && (from.get().isPresent()
                        || since.get().isPresent()
                        || !renames.get().isEmpty()
                        || allowEmpty.get())) {
            throw UsageError.words(
                    "--from, --since, --rename and --allow-empty say how to compare",
                    "add --autogenerate, which compares");
        }
        return said;
    }

    /** Whether the compared schema is the database itself. */
    boolean looksAtDatabase() {
        return wanted.get() && since.get().isEmpty();
    }

    /** Empty if there is no difference and no empty file is wanted. */
    Optional<Blocks> blocks(Project project, List<Revision> parents, BlockText.Language language) {
        SchemaArgument there =
                since.get().map(it -> SchemaArgument.parse(project, it)).orElseGet(SchemaArgument.Live::new);
        if (there instanceof SchemaArgument.Live) {
            requireThere(project, parents);
        }
        SchemaArgument to =
                from.get().map(it -> SchemaArgument.parse(project, it)).orElseGet(() -> SchemaArgument.wanted(project));
        Comparison comparison = Comparison.of(project, there, to);
        RenameAnswers answers = RenameAnswers.of(comparison, renames.get());
        List<Operation> upgrade = answers.operations();
        if (upgrade.isEmpty() && !allowEmpty.get()) {
            return Optional.empty();
        }
        warnOfWhatIsRefused(comparison, upgrade);
        return Optional.of(blocks(comparison, answers, language));
    }

    private static Blocks blocks(Comparison comparison, RenameAnswers answers, BlockText.Language language) {
        Database database = comparison.dialect().style().database();
        List<Operation> upgrade = answers.operations();
        List<Operation> downgrade = comparison.back(answers.renames());
        BlockText forth = new BlockText(database, answers.open(), language);
        BlockText back = new BlockText(database, List.of(), language);
        return new Blocks(
                forth.of(upgrade, comparison.from().written()),
                back.of(downgrade, comparison.to().written()),
                upgrade.size(),
                forth.lossy(upgrade, comparison.from().written()));
    }

    /** Otherwise revisions that exist but are not applied would be found again. */
    private static void requireThere(Project project, List<Revision> parents) {
        Applied applied = project.applied();
        List<Revision> missing =
                parents.stream().filter(it -> !applied.contains(it)).toList();
        if (!missing.isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.DATABASE_BEHIND,
                    Span.none(),
                    "revision \"" + missing.getFirst()
                            + "\" is not applied, so that its changes would be found once more",
                    "apply it first: migrate upgrade",
                    "or compare with the revisions: --since " + missing.getFirst()));
        }
    }

    /** The statements are still useful: someone may express in another way what the database cannot do. */
    private static void warnOfWhatIsRefused(Comparison comparison, List<Operation> operations) {
        new ScriptCompiler(comparison.dialect())
                .check(operations, comparison.from().written()).stream()
                        .filter(Diagnostic::isError)
                        .map(it -> Diagnostic.warning(
                                it.code(), Span.none(), it.message(), it.hints().toArray(String[]::new)))
                        .forEach(comparison.project().console()::warn);
    }
}
