package dev.mig.script;

import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.RawSql;
import dev.mig.model.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a change can join those collected for the same ALTER TABLE without changing its effect: databases process
 * the actions of one statement in their own order, and see the rows as they were before it.
 *
 * <p>The order is PostgreSQL's, which is the strictest.
 */
final class AlterBatching {
    private final Folding folding;
    private final List<TableChange> waiting = new ArrayList<>();

    AlterBatching(Folding folding) {
        this.folding = folding;
    }

    boolean admits(TableChange change) {
        for (TableChange before : waiting) {
            boolean inOrder = pass(before) <= pass(change);
            if (!(inOrder || areApart(before, change)) || convertsTwice(before, change)) {
                return false;
            }
        }
        return true;
    }

    void waits(TableChange change) {
        waiting.add(change);
    }

    void sent() {
        waiting.clear();
    }

    /** Drops go first, then changes of type, then new columns, and constraints last. */
    private static int pass(TableChange change) {
        return switch (change) {
            case TableChange.DropColumn it -> 0;
            case TableChange.DropConstraint it -> 0;
            case TableChange.SetDefault it -> it.value() == null ? 0 : 5;
            case TableChange.SetIdentity it -> it.identity() == null ? 0 : 5;
            case TableChange.SetType it -> 1;
            case TableChange.AddColumn it -> 2;
            case TableChange.SetNotNull it -> it.notNull() ? 3 : 0;
            case TableChange.AddConstraint it ->
                switch (it.constraint()) {
                    case Constraint.PrimaryKey key -> 4;
                    case Constraint.Unique key -> 4;
                    case Constraint.Check check -> 5;
                    case Constraint.ForeignKey key -> 5;
                };
            case TableChange.ValidateConstraint it -> 6;
            case TableChange.RenameColumn it -> 6;
            case TableChange.RenameConstraint it -> 6;
            case TableChange.SetComment it -> 6;
            case TableChange.SetSchema it -> 6;
        };
    }

    private boolean areApart(TableChange one, TableChange other) {
        Identifier column = onlyColumn(one);
        Identifier another = onlyColumn(other);
        return column != null && another != null && !folding.same(column, another);
    }

    /** The only column concerned; null if more may be affected. */
    private static @Nullable Identifier onlyColumn(TableChange change) {
        return switch (change) {
            case TableChange.SetDefault it -> it.column();
            case TableChange.SetNotNull it -> it.column();
            case TableChange.SetType it -> it.using() == null ? it.column() : null;
            case TableChange.SetIdentity it -> it.column();
            case TableChange.AddColumn it -> null;
            case TableChange.DropColumn it -> null;
            case TableChange.AddConstraint it -> null;
            case TableChange.DropConstraint it -> null;
            case TableChange.ValidateConstraint it -> null;
            case TableChange.RenameColumn it -> null;
            case TableChange.RenameConstraint it -> null;
            case TableChange.SetComment it -> null;
            case TableChange.SetSchema it -> null;
        };
    }

    /** A conversion sees the values from before the whole statement. */
    private boolean convertsTwice(TableChange before, TableChange change) {
        Optional<Identifier> converted =
                before instanceof TableChange.SetType it ? Optional.of(it.column()) : Optional.empty();
        return converted.isPresent()
                && change instanceof TableChange.SetType next
                && (folding.same(next.column(), converted.get())
                        || (next.using() != null
                                && RawSql.names(next.using(), folding).contains(folding.key(converted.get()))));
    }
}
