package dev.mig.diff;

import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Foreign keys of tables that remain: dropped before anything they depend on is changed, created once everything they
 * depend on exists.
 */
final class KeyChanges {
    private static final Span NOWHERE = Span.none();

    private final Changes changes;
    private final NormalForm normal;
    private final Folding folding;

    KeyChanges(Changes changes, NormalForm normal) {
        this.changes = changes;
        this.normal = normal;
        this.folding = changes.folding();
    }

    /** @param plans what is going to be done to each table that stays, by its folded name */
    void go(Map<String, TableChanges> plans) {
        for (Table there : changes.common()) {
            Table wanted = changes.wanted(there.name()).orElseThrow();
            Pairing<Constraint.ForeignKey> keys = Pairing.of(
                    there.foreignKeys(),
                    wanted.foreignKeys(),
                    it -> folding.key(it.name()),
                    it -> normal.constraint(it));
            List<TableChange> going = new ArrayList<>();
            for (Constraint.ForeignKey key : there.foreignKeys()) {
                if (keys.going().contains(key) || isInTheWay(key, there, plans)) {
                    going.add(new TableChange.DropConstraint(key.name(), false, key, NOWHERE));
                } else if (keys.renamed().containsKey(key)) {
                    going.add(new TableChange.RenameConstraint(
                            key.name(), keys.renamed().get(key).name(), NOWHERE));
                }
            }
            changes.alter(there.name(), going);
        }
    }

    private boolean isInTheWay(Constraint.ForeignKey key, Table table, Map<String, TableChanges> plans) {
        TableChanges own = plans.get(folding.key(table.name()));
        TableChanges target = plans.get(folding.key(key.target()));
        return (own != null && key.columns().stream().anyMatch(own::isRemade))
                || (target != null && target.losesKey(key.targetColumns()));
    }

    void come() {
        for (Table there : changes.common()) {
            Table wanted = changes.wanted(there.name()).orElseThrow();
            List<TableChange> coming = new ArrayList<>();
            for (Constraint.ForeignKey key : wanted.foreignKeys()) {
                if (there.constraint(key.name(), folding).isEmpty()) {
                    Constraint written = Changes.written(changes.to(), wanted)
                            .constraint(key.name(), folding)
                            .orElse(key);
                    coming.add(new TableChange.AddConstraint(written, false, NOWHERE));
                }
            }
            changes.alter(there.name(), coming);
        }
    }
}
