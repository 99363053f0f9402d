package dev.mig.diff;

import dev.mig.model.Folding;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations collected so far, and the first schema after them. */
final class Changes {
    private final List<Operation> operations = new ArrayList<>();
    private final ComparedSchema to;
    private final Set<String> created = new HashSet<>();
    private ComparedSchema now;

    Changes(ComparedSchema from, ComparedSchema to) {
        this.now = from;
        this.to = to;
    }

    void add(Operation operation) {
        operations.add(operation);
        if (operation instanceof Operation.CreateTable create) {
            created.add(folding().key(create.table().name()));
        }
        now = now.apply(operation);
    }

    void alter(QualifiedIdentifier table, List<TableChange> changes) {
        if (!changes.isEmpty()) {
            add(new Operation.AlterTable(table, changes, Span.none()));
        }
    }

    ComparedSchema now() {
        return now;
    }

    ComparedSchema to() {
        return to;
    }

    Folding folding() {
        return to.meaning().folding();
    }

    /** A table of the current schema, as the database describes it. */
    Optional<Table> current(QualifiedIdentifier table) {
        return now.meaning().table(table).known();
    }

    /** A table of the wanted schema, as the database would describe it. */
    Optional<Table> wanted(QualifiedIdentifier table) {
        return to.meaning().table(table).known();
    }

    /** Whether the table was created along the way. */
    boolean isNew(Table table) {
        return created.contains(folding().key(table.name()));
    }

    /** As written; if only the database knows it, as the database describes it. */
    static Table written(ComparedSchema side, Table meaning) {
        return side.written().table(meaning.name()).known().orElse(meaning);
    }

    /** The tables in both the current and the wanted schema. */
    List<Table> common() {
        return now.meaning().tables().stream()
                .filter(it -> wanted(it.name()).isPresent())
                .toList();
    }

    /** Adjacent alterations of one table become one statement. */
    List<Operation> operations() {
        List<Operation> merged = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.AlterTable next
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Operation.AlterTable last
                    && folding().same(last.table(), next.table())) {
                List<TableChange> both = new ArrayList<>(last.changes());
                both.addAll(next.changes());
                merged.set(merged.size() - 1, new Operation.AlterTable(last.table(), both, Span.none()));
            } else {
                merged.add(operation);
            }
        }
        return merged;
    }
}
