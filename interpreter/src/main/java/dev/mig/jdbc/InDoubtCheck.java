package dev.mig.jdbc;

import dev.mig.diff.ComparedSchema;
import dev.mig.diff.ComparisonBasis;
import dev.mig.diff.Difference;
import dev.mig.jdbc.UnfinishedStep.Attempt;
import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.script.Evidence;
import dev.mig.script.Script;
import dev.mig.script.ScriptStep;
import dev.mig.script.SqlStyle;
import dev.mig.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the catalogue whether a statement that a killed run left in doubt has finished. A statement that commits by
 * itself has happened completely or not at all: if its tables are as they should be after it, and not as before, it
 * finished, and vice versa. If neither or both match, it stays in doubt.
 */
final class InDoubtCheck {
    private final SqlStyle style;

    InDoubtCheck(SqlStyle style) {
        this.style = style;
    }

    /**
     * @return whether it was finished; empty if that cannot be proved
     * @return whether it was finished; empty where that cannot be proved
     */
    Optional<Boolean> settled(Connection connection, UnfinishedStep unfinished, Script script) throws SQLException {
        Evidence evidence = evidence(unfinished, script);
        if (evidence == null) {
            return Optional.empty();
        }
        SchemaModel there = Inspector.of(style.database()).inspect(connection, Scope.only(evidence.tables()));
        boolean after = same(evidence, evidence.after(), there);
        boolean before = same(evidence, evidence.before(), there);
        return after == before ? Optional.empty() : Optional.of(after);
    }

    /** Only for the very statement that was sent: an edited one proves nothing. */
    private @Nullable Evidence evidence(UnfinishedStep unfinished, Script script) {
        Attempt doubt = unfinished.doubt();
        if (doubt == null || script.isEmpty()) {
            return null;
        }
        ScriptStep step = script.steps().getFirst();
        List<Statement> statements = step.statements();
        boolean same = step.revision().equals(unfinished.revision())
                && step.step().direction() == unfinished.direction()
                && doubt.place() <= statements.size()
                && Digest.of(statements.get(doubt.place() - 1).literal(style)).equals(doubt.digest());
        return same ? step.evidence().get(doubt.place()) : null;
    }

    private boolean same(Evidence evidence, SchemaModel replayed, SchemaModel there) {
        SchemaModel known = SchemaModel.of(
                replayed.folding(),
                List.of(),
                there.enumTypes(),
                List.of(),
                evidence.tables().stream()
                        .flatMap(it -> table(it, replayed).stream())
                        .toList(),
                List.of());
        SchemaModel told =
                SchemaModel.of(there.folding(), List.of(), there.enumTypes(), List.of(), there.tables(), List.of());
        return Difference.between(
                        ComparedSchema.of(known), ComparedSchema.of(told), style, ComparisonBasis.AUTHORS, List.of())
                .isEmpty();
    }

    private static Optional<Table> table(QualifiedIdentifier name, SchemaModel schema) {
        return schema.table(name).known();
    }
}
