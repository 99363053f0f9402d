package dev.mig.diff;

import dev.mig.model.Folding;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import dev.mig.source.Span;
import java.util.Map;

/** Indexes of tables: those that go, go before the columns they are over, and those that come, come after. */
final class IndexChanges {
    private static final Span NOWHERE = Span.none();

    private final Changes changes;
    private final Normal normal;
    private final Folding folding;

    IndexChanges(Changes changes, Normal normal) {
        this.changes = changes;
        this.normal = normal;
        this.folding = changes.folding();
    }

    /** @param plans what is going to be done to each table that stays, by its folded name */
    void go(Map<String, TableChanges> plans) {
        for (Table there : changes.common()) {
            Table wanted = changes.wanted(there.name()).orElseThrow();
            Pairing<Index> indexes =
                    Pairing.of(there.indexes(), wanted.indexes(), it -> folding.key(it.name()), normal::index);
            TableChanges plan = plans.get(folding.key(there.name()));
            for (Index index : there.indexes()) {
                QualifiedIdentifier name = there.name().named(index.name());
                boolean remade = plan != null
                        && there.columns().stream()
                                .anyMatch(it -> plan.isReplaced(it.name()) && there.uses(index, it.name(), folding));
                if (indexes.going().contains(index) || remade) {
                    changes.add(new Operation.DropIndex(name, there.name(), false, false, NOWHERE));
                } else if (indexes.renamed().containsKey(index)) {
                    changes.add(new Operation.RenameIndex(
                            name, there.name(), indexes.renamed().get(index).name(), NOWHERE));
                }
            }
        }
    }

    /** Those of new tables too. */
    void come() {
        for (Table wanted : changes.to().meaning().tables()) {
            Table there = changes.current(wanted.name()).orElse(wanted);
            Table written = Changes.written(changes.to(), wanted);
            for (Index index : wanted.indexes()) {
                if (there.index(index.name(), folding).isEmpty()) {
                    changes.add(new Operation.CreateIndex(
                            wanted.name(), written.index(index.name(), folding).orElse(index), false, false, NOWHERE));
                }
            }
        }
    }
}
