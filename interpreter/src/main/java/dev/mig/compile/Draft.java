package dev.mig.compile;

import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The operations of a revision being compiled, and the schema after them. Readers of all file formats add their
 * operations here, one by one: each is checked against the schema it meets, then applied to it.
 */
public final class Draft {
    /** An operation and the schema it meets. */
    record Entry(Operation operation, SchemaModel before) {}

    private final OperationCheck check;
    private SchemaModel model;
    private List<Entry> entries = new ArrayList<>();

    Draft(SchemaModel model, OperationCheck check) {
        this.model = model;
        this.check = check;
    }

    /** The schema after everything added so far. */
    public SchemaModel model() {
        return model;
    }

    public void add(Operation operation) {
        if (operation instanceof Operation.AlterTable alter) {
            alter(alter.table(), alter.span(), it -> alter.changes().forEach(it::add));
        } else {
            SchemaModel before = model;
            model = check.ask(operation, model) ? model.apply(operation) : model;
            entries.add(new Entry(operation, before));
        }
    }

    /** The changes of one {@code alter table}; each meets the table as the previous ones left it. */
    public void alter(QualifiedIdentifier table, Span span, Consumer<Alteration> actions) {
        SchemaModel before = model;
        check.ask(table, span, model);
        Alteration alteration = new Alteration(table, span);
        actions.accept(alteration);
        if (!alteration.changes.isEmpty()) {
            entries.add(new Entry(new Operation.AlterTable(table, alteration.changes, span), before));
        }
    }

    /** What the actions add becomes one operation outside of any transaction. */
    public void outsideTransaction(Span span, Runnable actions) {
        List<Entry> around = entries;
        SchemaModel before = model;
        entries = new ArrayList<>();
        actions.run();
        List<Operation> inside = operations();
        entries = around;
        if (!inside.isEmpty()) {
            entries.add(new Entry(new Operation.OutsideTransaction(inside, span), before));
        }
    }

    /** The operations that the actions would add, without adding them. */
    public List<Operation> aside(Runnable actions) {
        List<Entry> around = entries;
        SchemaModel before = model;
        entries = new ArrayList<>();
        actions.run();
        List<Operation> operations = operations();
        entries = around;
        model = before;
        return operations;
    }

    public List<Operation> operations() {
        return entries.stream().map(Entry::operation).toList();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** An {@code alter table} being built. */
    public final class Alteration {
        private final List<TableChange> changes = new ArrayList<>();
        private final Span span;
        private QualifiedIdentifier table;

        private Alteration(QualifiedIdentifier table, Span span) {
            this.table = table;
            this.span = span;
        }

        /** The table, under its current name. */
        public QualifiedIdentifier table() {
            return table;
        }

        /** The schema after the changes added so far. */
        public SchemaModel model() {
            return model;
        }

        public void add(TableChange change) {
            changes.add(change);
            if (check.ask(table, change, model)) {
                model = model.apply(new Operation.AlterTable(table, List.of(change), span));
            }
            if (change instanceof TableChange.SetSchema(var schema, Span at)) {
                table = new QualifiedIdentifier(schema, table.name());
            }
        }
    }
}
