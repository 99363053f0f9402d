package dev.mig.script;

import dev.mig.compile.CompiledRevision;
import dev.mig.model.Grade;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.revision.Direction;
import dev.mig.revision.Plan;
import dev.mig.revision.Revision;
import dev.mig.revision.Step;
import dev.mig.script.Drafts.Draft;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compiles a plan to the statements for one database.
 *
 * <p>All problems in all steps are reported at once, before anything runs.
 */
public final class ScriptCompiler {
    private final Dialect dialect;
    private final Transactions transactions;

    public ScriptCompiler(Dialect dialect) {
        this(dialect, Transactions.PER_REVISION);
    }

    public ScriptCompiler(Dialect dialect, Transactions transactions) {
        this.dialect = dialect;
        this.transactions = transactions;
    }

    /**
     * @param revisions each revision of the plan, compiled for the database of the dialect
     * @throws DiagnosticException with everything that cannot be done
     */
    public Script compile(Plan plan, Function<Revision, CompiledRevision> revisions) {
        List<Diagnostic> problems = new ArrayList<>();
        List<ScriptStep> steps = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (Step step : plan.steps()) {
            CompiledRevision revision = revisions.apply(step.revision());
            SchemaModel schema = step.direction() == Direction.UPGRADE ? revision.before() : revision.after();
            Drafts drafts = new Drafts(dialect.style());
            Grade grade = Grade.REVERSIBLE;
            Map<Integer, Evidence> evidence = new HashMap<>();
            StaleViews views = new StaleViews(dialect.style());
            for (Migration.Step operation : operations(step, revision.migration(), problems)) {
                views.note(operation.operation(), schema);
                // While a step is unfinished, nothing new begins; only the first step can be unfinished.
                schema = steps.isEmpty()
                        ? write(operation.operation(), schema, drafts, evidence)
                        : write(operation.operation(), schema, drafts);
                grade = grade.worse(operation.grade());
            }
            drafts.diagnostics().stream().filter(Diagnostic::isError).forEach(problems::add);
            problems.addAll(views.problems(schema));
            List<Diagnostic> notes =
                    drafts.diagnostics().stream().filter(it -> !it.isError()).toList();
            if (transactions == Transactions.ALL) {
                tooFresh(drafts.drafts(), fresh).ifPresent(problems::add);
            }
            steps.add(new ScriptStep(step, grade, parts(drafts.drafts()), notes, evidence));
        }
        if (transactions == Transactions.ALL) {
            steps.forEach(it -> apart(it).ifPresent(problems::add));
        }
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        return new Script(plan, dialect.style(), transactions, steps);
    }

    /** Notes what a catalogue can tell of each statement that commits by itself and is the whole of an operation. */
    private SchemaModel write(Operation operation, SchemaModel before, Drafts drafts, Map<Integer, Evidence> evidence) {
        if (operation instanceof Operation.OutsideTransaction block) {
            SchemaModel[] now = {before};
            drafts.outside(() -> block.operations().forEach(it -> now[0] = write(it, now[0], drafts, evidence)));
            return now[0];
        }
        int sent = drafts.drafts().size();
        SchemaModel after = write(operation, before, drafts);
        if (drafts.drafts().size() == sent + 1 && commitsAlone(drafts.drafts().getLast())) {
            Evidence found = Evidence.of(operation, before);
            if (found.tells()) {
                evidence.put(sent + 1, found);
            }
        }
        return after;
    }

    private boolean commitsAlone(Draft draft) {
        return !draft.statement().isAboutRows()
                && (draft.outside() || !dialect.style().transactionalDdl());
    }

    /** What is wrong with operations for this database, errors and notes; empty if it can run them all as meant. */
    public List<Diagnostic> check(List<? extends Operation> operations, SchemaModel before) {
        Drafts drafts = new Drafts(dialect.style());
        SchemaModel now = before;
        for (Operation operation : operations) {
            now = write(operation, now, drafts);
        }
        return drafts.diagnostics();
    }

    /** The statements of operations, values as literals: what a revision would send if nothing else were in the plan. */
    public List<String> literal(List<? extends Operation> operations, SchemaModel before) {
        Drafts drafts = new Drafts(dialect.style());
        SchemaModel now = before;
        for (Operation operation : operations) {
            now = write(operation, now, drafts);
        }
        List<Diagnostic> problems =
                drafts.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        return drafts.drafts().stream()
                .map(it -> it.statement().literal(dialect.style()))
                .toList();
    }

    private SchemaModel write(Operation operation, SchemaModel before, Drafts drafts) {
        drafts.begin(operation);
        dialect.write(operation, before, drafts);
        return before.apply(operation);
    }

    private static List<Migration.Step> operations(Step step, Migration migration, List<Diagnostic> problems) {
        if (step.direction() == Direction.UPGRADE) {
            return migration.upgrade();
        }
        return switch (migration.downgrade()) {
            case Migration.Back(List<Migration.Step> steps, boolean derived) -> steps;
            case Migration.NoWayBack(String reason, var span) -> {
                problems.add(Diagnostic.error(
                        Code.NO_WAY_BACK,
                        span,
                        "revision \"" + step.revision() + "\" cannot be undone"
                                + (reason == null || reason.isEmpty() ? "" : ": " + reason),
                        "stop above it: migrate downgrade " + step.revision(),
                        "or write a downgrade { … } for it"));
                yield List.of();
            }
        };
    }

    /**
     * Where DDL is transactional everything commits together but what must stand outside; elsewhere every change of
     * structure commits by itself, and rows commit with their neighbours.
     */
    private List<Part> parts(List<Draft> drafts) {
        List<Part> parts = new ArrayList<>();
        List<Statement> open = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        boolean together = false;
        for (Draft draft : drafts) {
            boolean wanted = !draft.outside()
                    && (dialect.style().transactionalDdl() || draft.statement().isAboutRows());
            boolean commitsFirst = fresh.stream().anyMatch(it -> mayUse(draft.statement(), it));
            if ((wanted != together || commitsFirst) && !open.isEmpty()) {
                parts.add(new Part(together, open));
                open = new ArrayList<>();
                fresh.clear();
            }
            together = wanted;
            if (draft.fresh() != null) {
                fresh.add(draft.fresh());
            }
            open.add(draft.statement());
        }
        if (!open.isEmpty()) {
            parts.add(new Part(together, open));
        }
        return parts;
    }

    private static final String PER_REVISION =
            "transaction = \"per-revision\" in [migrations], or for one run: MIGRATE_TRANSACTION=per-revision";

    /** @param fresh what the steps before make and a single transaction cannot use; what this one makes is added */
    private Optional<Diagnostic> tooFresh(List<Draft> drafts, List<String> fresh) {
        for (Draft draft : drafts) {
            for (String value : fresh) {
                if (mayUse(draft.statement(), value)) {
                    return Optional.of(Diagnostic.error(
                            Code.NOT_ONE_TRANSACTION,
                            draft.statement().span(),
                            dialect.style().name() + " lets \"" + value
                                    + "\" be used only after it is committed, and the whole run is to be one"
                                    + " transaction",
                            PER_REVISION));
                }
            }
            if (draft.fresh() != null) {
                fresh.add(draft.fresh());
            }
        }
        return Optional.empty();
    }

    /** What in a step cannot share one transaction with all others. */
    private Optional<Diagnostic> apart(ScriptStep step) {
        Optional<Statement> first = step.parts().stream()
                .filter(it -> !it.transactional())
                .flatMap(it -> it.statements().stream())
                .findFirst();
        return first.map(it -> Diagnostic.error(
                Code.NOT_ONE_TRANSACTION,
                it.span(),
                commitsByItself(it)
                        ? dialect.style().name()
                                + " commits each change of structure by itself, so that a run cannot be"
                                + " one transaction"
                        : it.what() + " must stand outside a transaction, and the whole run is to be one",
                PER_REVISION));
    }

    private boolean commitsByItself(Statement statement) {
        return !dialect.style().transactionalDdl()
                && !statement.isAboutRows()
                && !(statement instanceof Statement.Batched);
    }

    /** In doubt, it does: an extra commit is better than a statement that cannot run. */
    private boolean mayUse(Statement statement, String value) {
        if (statement instanceof Statement.Load || statement instanceof Statement.Run) {
            return true;
        }
        String literal = statement.literal(dialect.style());
        return literal.contains(value) || literal.contains(value.replace("'", "''"));
    }
}
