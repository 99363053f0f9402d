package dev.mig.jdbc.inspect;

import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.syntax.tree.TableItem.Deferrable;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A primary, unique or foreign key being assembled; a target makes it a foreign key. */
final class KeyParts {
    private final Identifier name;
    private final List<Identifier> columns = new ArrayList<>();
    private final List<Identifier> targetColumns = new ArrayList<>();
    private boolean primary;
    private @Nullable QualifiedIdentifier target;
    private @Nullable ReferenceAction onDelete;
    private @Nullable ReferenceAction onUpdate;
    private @Nullable Deferrable deferrable;

    KeyParts(Identifier name) {
        this.name = name;
    }

    KeyParts primary() {
        primary = true;
        return this;
    }

    KeyParts column(Identifier column) {
        columns.add(column);
        return this;
    }

    KeyParts references(QualifiedIdentifier table, Identifier column) {
        target = table;
        targetColumns.add(column);
        return this;
    }

    /** Both in the standard's words. */
    KeyParts actions(String onDelete, String onUpdate) {
        this.onDelete = action(onDelete);
        this.onUpdate = action(onUpdate);
        return this;
    }

    KeyParts deferrable(boolean deferrable, boolean initiallyDeferred) {
        this.deferrable = deferrability(deferrable, initiallyDeferred);
        return this;
    }

    static @Nullable Deferrable deferrability(boolean deferrable, boolean initiallyDeferred) {
        return initiallyDeferred ? Deferrable.INITIALLY_DEFERRED : deferrable ? Deferrable.UNSTATED : null;
    }

    /** Null for the default action. */
    static @Nullable ReferenceAction action(String words) {
        ReferenceAction action =
                ReferenceAction.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
        return action == ReferenceAction.NO_ACTION ? null : action;
    }

    Constraint constraint() {
        if (target != null) {
            return new Constraint.ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, deferrable);
        }
        return primary ? new Constraint.PrimaryKey(name, columns) : new Constraint.Unique(name, columns);
    }
}
