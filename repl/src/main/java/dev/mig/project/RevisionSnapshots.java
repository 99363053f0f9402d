package dev.mig.project;

import dev.mig.compile.CompiledRevision;
import dev.mig.files.Checksums;
import dev.mig.jdbc.RevisionSnapshot;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.revision.Revision;
import dev.mig.script.Dialect;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the snapshots of revisions that the journal stores, so that the history survives the loss of its files. */
public final class RevisionSnapshots {
    private RevisionSnapshots() {}

    /** With the downgrade as SQL. */
    static RevisionSnapshot of(Project project, Revision revision, CompiledRevision compiled, Dialect dialect) {
        return kept(project, revision, wayBack(compiled, dialect));
    }

    /** For revisions that are not run; their downgrades are left out. */
    public static List<RevisionSnapshot> ofTexts(Project project, List<Revision> revisions) {
        return revisions.stream().map(it -> kept(project, it, null)).toList();
    }

    private static RevisionSnapshot kept(Project project, Revision revision, @Nullable String wayBack) {
        Source text = project.text(revision);
        Checksums checksums = Checksums.of(text, project.files());
        return new RevisionSnapshot(
                revision.id(),
                revision.message(),
                revision.parents(),
                revision.dependencies(),
                revision.branches(),
                text.name(),
                text.text(),
                checksums.text(),
                checksums.meaning(),
                wayBack);
    }

    private static @Nullable String wayBack(CompiledRevision compiled, Dialect dialect) {
        if (!(compiled.migration().downgrade()
                instanceof Migration.Back(List<Migration.Step> steps, boolean derived))) {
            return null;
        }
        List<Operation> operations =
                steps.stream().map(Migration.Step::operation).toList();
        try {
            List<String> statements = new ScriptCompiler(dialect).literal(operations, compiled.after());
            return statements.isEmpty() ? "" : String.join(";\n", statements) + ";\n";
        } catch (DiagnosticException cannotBeSaid) {
            // The obstacle may be gone when someone wants to go back, and is reported then.
            return null;
        }
    }
}
