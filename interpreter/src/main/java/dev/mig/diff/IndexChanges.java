package dev.mig.diff;

import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes of indexes: dropped before the columns they cover, created after.
 *
 * <p>Some databases tell a unique index as a unique constraint. What it is, its author says.
 */
final class IndexChanges {
    private static final Span NOWHERE = Span.none();

    private final Changes changes;
    private final NormalForm normal;
    private final Folding folding;

    IndexChanges(Changes changes, NormalForm normal) {
        this.changes = changes;
        this.normal = normal;
        this.folding = changes.folding();
    }

    /** @param plans what is going to be done to each table that stays, by its folded name */
    void go(Map<String, TableChanges> plans) {
        for (Table there : changes.common()) {
            TableChanges plan = plans.get(folding.key(there.name()));
            Pairing<Index> indexes = pairing(there);
            for (Index index : told(there)) {
                if (!isWritten(changes.now(), there, index)) {
                    continue;
                }
                QualifiedIdentifier name = there.name().named(index.name());
                boolean remade = plan != null
                        && there.columns().stream()
                                .anyMatch(it -> plan.isReplaced(it.name()) && there.uses(index, it.name(), folding));
                if (indexes.going().contains(index) || remade) {
                    changes.add(new Operation.DropIndex(name, there.name(), false, false, NOWHERE));
                } else if (indexes.renamed().containsKey(index)) {
                    Identifier to = indexes.renamed().get(index).name();
                    changes.add(new Operation.RenameIndex(name, there.name(), to, NOWHERE));
                }
            }
        }
    }

    /** Including those of new tables. */
    void come() {
        for (Table there : changes.common()) {
            Table wanted = changes.wanted(there.name()).orElseThrow();
            Table written = Changes.written(changes.to(), wanted);
            List<Index> coming = changes.isNew(there)
                    ? written.indexes()
                    : pairing(there).coming().stream()
                            .flatMap(it -> written.index(it.name(), folding).stream())
                            .toList();
            for (Index index : coming) {
                changes.add(new Operation.CreateIndex(there.name(), index, false, false, NOWHERE));
            }
        }
    }

    private Pairing<Index> pairing(Table there) {
        Table wanted = changes.wanted(there.name()).orElseThrow();
        return Pairing.of(told(there), told(wanted), it -> folding.key(it.name()), normal::index);
    }

    private boolean isWritten(ComparedSchema side, Table table, Index index) {
        return Changes.written(side, table).index(index.name(), folding).isPresent();
    }

    /** All indexes of a table that a database may report. */
    private static List<Index> told(Table table) {
        List<Index> told = new ArrayList<>(table.indexes());
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique(Identifier name, List<Identifier> columns)) {
                told.add(new Index(
                        name,
                        true,
                        null,
                        columns.stream()
                                .map(it -> new Index.Element(new Index.ColumnKey(it), null, null, null))
                                .toList(),
                        List.of(),
                        null));
            }
        }
        return told;
    }
}
