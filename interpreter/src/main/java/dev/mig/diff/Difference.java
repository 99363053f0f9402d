package dev.mig.diff;

import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Sequence;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.script.SqlStyle;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The operations that turn one schema into another, in an executable order: foreign keys, indexes and views that are
 * in the way first, then tables, then everything that is new or was removed temporarily.
 *
 * <p>The order of columns, the numbers that an identity or a sequence begins with, and the options of a table are no
 * difference: no statement changes them.
 */
public final class Difference {
    private static final Span NOWHERE = Span.none();

    private final Changes changes;
    private final NormalForm normal;
    private final Folding folding;

    private Difference(ComparedSchema from, ComparedSchema to, SqlStyle style, ComparisonBasis basis) {
        this.changes = new Changes(from, to);
        this.normal = new NormalForm(style, basis);
        this.folding = style.folding();
    }

    /**
     * @param basis whose words the meanings of the two sides are in
     * @param renames what only gets another name; what it names is there
     * @return nothing if the two are the same
     */
    public static List<Operation> between(
            ComparedSchema from, ComparedSchema to, SqlStyle style, ComparisonBasis basis, List<Rename> renames) {
        Difference difference = new Difference(from, to, style, basis);
        difference.rename(renames);
        difference.run();
        return difference.changes.operations();
    }

    private void rename(List<Rename> renames) {
        Map<QualifiedIdentifier, List<TableChange>> columns = new LinkedHashMap<>();
        for (Rename rename : renames) {
            if (rename instanceof Rename.OfColumn it) {
                columns.computeIfAbsent(it.table(), table -> new ArrayList<>())
                        .add(new TableChange.RenameColumn(it.column(), it.to(), NOWHERE));
            }
        }
        columns.forEach(changes::alter);
        for (Rename rename : renames) {
            if (rename instanceof Rename.OfTable it) {
                changes.add(new Operation.RenameTable(it.table(), it.to(), NOWHERE));
            }
        }
    }

    private void run() {
        ViewChanges views = new ViewChanges(changes, normal);
        EnumChanges enums = new EnumChanges(changes, normal.columnsNameValues());
        KeyChanges keys = new KeyChanges(changes, normal);
        IndexChanges indexes = new IndexChanges(changes, normal);
        Map<String, TableChanges> plans = plans();

        schemasCome();
        views.go(remade(plans));
        keys.go(plans);
        indexes.go(plans);
        tablesGo();
        enums.comeAndChange();
        sequencesCome();
        views.comeBeneathTables();
        // Planned again: what has gone by now may have taken constraints with it.
        plans().values().forEach(it -> changes.alter(it.table(), it.list()));
        tablesCome();
        indexes.come();
        keys.come();
        comments();
        views.come();
        views.goFromBeneathTables();
        sequencesGo();
        enums.go();
        schemasGo();
    }

    /** The changes of each remaining table, by folded name. */
    private Map<String, TableChanges> plans() {
        Map<String, TableChanges> plans = new LinkedHashMap<>();
        for (Table there : changes.common()) {
            Table wanted = changes.wanted(there.name()).orElseThrow();
            plans.put(folding.key(there.name()), new TableChanges(normal, changes.now(), changes.to(), there, wanted));
        }
        return plans;
    }

    private List<QualifiedIdentifier> remade(Map<String, TableChanges> plans) {
        List<QualifiedIdentifier> remade = new ArrayList<>();
        plans.values().stream().filter(TableChanges::remakesColumns).forEach(it -> remade.add(it.table()));
        going().forEach(it -> remade.add(it.name()));
        return remade;
    }

    private List<Table> going() {
        return changes.now().meaning().tables().stream()
                .filter(it -> changes.wanted(it.name()).isEmpty())
                .toList();
    }

    // ---- tables

    private void tablesGo() {
        TableOrder order = TableOrder.of(going(), folding);
        order.late().values().stream()
                .flatMap(List::stream)
                .forEach(key -> going().stream()
                        .filter(it -> it.foreignKeys().contains(key))
                        .forEach(it -> changes.alter(
                                it.name(), List.of(new TableChange.DropConstraint(key.name(), false, key, NOWHERE)))));
        order.tables().reversed().forEach(it -> changes.add(new Operation.DropTable(it.name(), false, false, NOWHERE)));
    }

    private void tablesCome() {
        List<Table> coming = changes.to().meaning().tables().stream()
                .filter(it -> changes.current(it.name()).isEmpty())
                .map(it -> Changes.written(changes.to(), it))
                .toList();
        TableOrder order = TableOrder.of(coming, folding);
        for (Table table : order.tables()) {
            List<Constraint> early = table.constraints().stream()
                    .filter(it -> !order.isLate(table, it, folding))
                    .toList();
            changes.add(new Operation.CreateTable(table.withIndexes(List.of()).withConstraints(early), false, NOWHERE));
        }
    }

    private void comments() {
        for (Table table : changes.common()) {
            String wanted = normal.comment(
                    changes.wanted(table.name()).map(Table::comment).orElse(null));
            if (!normal.comment(table.comment()).equals(wanted)) {
                changes.add(new Operation.CommentOnTable(table.name(), wanted.isEmpty() ? null : wanted, NOWHERE));
            }
        }
    }

    // ---- schemas and sequences

    private void schemasCome() {
        for (Identifier schema : changes.to().meaning().schemas()) {
            if (changes.now().meaning().schema(schema).known().isEmpty()) {
                changes.add(new Operation.CreateSchema(schema, false, NOWHERE));
            }
        }
    }

    private void schemasGo() {
        for (Identifier schema : changes.now().meaning().schemas()) {
            if (changes.to().meaning().schema(schema).known().isEmpty()) {
                changes.add(new Operation.DropSchema(schema, false, false, NOWHERE));
            }
        }
    }

    private void sequencesCome() {
        for (Sequence wanted : changes.to().meaning().sequences()) {
            Sequence there =
                    changes.now().meaning().sequence(wanted.name()).known().orElse(null);
            if (there != null && Objects.equals(there.increment(), wanted.increment())) {
                continue;
            }
            if (there != null) {
                changes.add(new Operation.DropSequence(there.name(), NOWHERE));
            }
            Sequence written =
                    changes.to().written().sequence(wanted.name()).known().orElse(wanted);
            changes.add(new Operation.CreateSequence(written.name(), written.start(), written.increment(), NOWHERE));
        }
    }

    private void sequencesGo() {
        for (Sequence there : changes.now().meaning().sequences()) {
            if (changes.to().meaning().sequence(there.name()).known().isEmpty()) {
                changes.add(new Operation.DropSequence(there.name(), NOWHERE));
            }
        }
    }
}
