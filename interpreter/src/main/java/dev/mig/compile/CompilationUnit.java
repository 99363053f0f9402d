package dev.mig.compile;

import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RowWork;
import dev.mig.model.SchemaModel;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One revision being compiled, whatever its format: the draft that receives its operations, the target, and the files
 * next to it.
 */
public final class CompilationUnit {
    private final Target target;
    private final Problems problems;
    private final Variables variables;
    private final Names names;
    private final NameResolver resolver;
    private final SideFiles files;
    private final boolean asking;
    private Draft draft;

    private CompilationUnit(Target target, String revision, RevisionFiles files, SchemaModel before, boolean asking) {
        this.target = target;
        this.asking = asking;
        this.problems = new Problems();
        this.variables = new Variables(target.variables(), problems);
        this.names = new Names(variables, problems);
        this.resolver = new NameResolver(names, problems);
        this.files = new SideFiles(files, revision, problems);
        this.draft = draft(before);
    }

    /** For a revision that is to run: every operation is checked against the schema it meets. */
    static CompilationUnit strict(Target target, String revision, RevisionFiles files, SchemaModel before) {
        return new CompilationUnit(target, revision, files, before, true);
    }

    /** For an ancestor, which was checked when it was new. */
    static CompilationUnit lenient(Target target, String revision, RevisionFiles files, SchemaModel before) {
        return new CompilationUnit(target, revision, files, before, false);
    }

    private Draft draft(SchemaModel before) {
        OperationCheck check =
                asking ? new SchemaRules(target.database(), names, problems, resolver) : OperationCheck.NONE;
        return new Draft(before, check);
    }

    public Target target() {
        return target;
    }

    public Draft draft() {
        return draft;
    }

    /** Adds a statement, whatever format it was written in. */
    public void add(Statement statement) {
        translator().add(statement);
    }

    void add(Block block) {
        translator().add(block);
    }

    /** Adds the function that a script passed to {@code op.run}. */
    public void addWork(RowWork work, Statement.@Nullable Reversal reversal, Span span) {
        draft.add(new Operation.Run(work, translator().reverse(reversal, span), span));
    }

    /** Whether one of these words names the target database. */
    public boolean isFor(List<Name> databases) {
        return new DatabaseChoice(target.database(), problems).includes(databases);
    }

    /** Reports a problem in the revision. */
    public void report(Diagnostic diagnostic) {
        problems.add(diagnostic);
    }

    private Translator translator() {
        return new Translator(target, problems, names, variables, files, draft);
    }

    /** Begins another list of operations, in the schema that this one has left. */
    void turn() {
        draft = draft(draft.model());
    }

    Problems problems() {
        return problems;
    }

    Names names() {
        return names;
    }

    SideFiles files() {
        return files;
    }

    Variables variables() {
        return variables;
    }

    Map<QualifiedIdentifier, Span> outside() {
        return resolver.outside();
    }

    Set<QualifiedIdentifier> unclear() {
        return resolver.unclear();
    }
}
