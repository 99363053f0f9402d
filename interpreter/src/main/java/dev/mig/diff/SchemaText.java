package dev.mig.diff;

import dev.mig.model.Database;
import dev.mig.model.EnumType;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.model.Sequence;
import dev.mig.model.Table;
import dev.mig.model.View;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** Prints a schema as a {@code schema.mig} that reads back as the same schema. */
public final class SchemaText {
    private static final Span NOWHERE = Span.none();

    private SchemaText() {}

    /** In canonical form, LF after the last line; empty for an empty schema. */
    public static String of(SchemaModel model, Database database) {
        StatementTree tree = new StatementTree(database);
        List<Statement> statements = operations(model).stream().map(tree::of).toList();
        return MigPrinter.print(new MigSchema(new Source("", ""), statements, List.of()));
    }

    /**
     * With what a schema cannot say named in comments above it.
     *
     * @param beyond what there is besides, each in words
     */
    public static String of(SchemaModel model, Database database, List<String> beyond) {
        if (beyond.isEmpty()) {
            return of(model, database);
        }
        StringBuilder text = new StringBuilder("-- There is more than these statements say:\n");
        beyond.forEach(
                it -> text.append("--   ").append(it.replaceAll("\\R", " ")).append('\n'));
        String statements = of(model, database);
        return statements.isEmpty()
                ? text.toString()
                : text.append('\n').append(statements).toString();
    }

    private static List<Operation> operations(SchemaModel model) {
        List<Operation> operations = new ArrayList<>();
        for (Identifier schema : model.schemas()) {
            operations.add(new Operation.CreateSchema(schema, false, NOWHERE));
        }
        for (EnumType type : model.enumTypes()) {
            operations.add(new Operation.CreateEnum(type.name(), type.values(), NOWHERE));
        }
        for (Sequence it : model.sequences()) {
            operations.add(new Operation.CreateSequence(it.name(), it.start(), it.increment(), NOWHERE));
        }
        ReadingOrder order = new ReadingOrder(model.folding());
        List<SchemaObject> beneath = order.beneathTables(model);
        beneath.forEach(it -> operations.add(create(it)));
        for (Table table : TableOrder.of(model.tables(), model.folding()).tables()) {
            operations.add(new Operation.CreateTable(table.withIndexes(List.of()), false, NOWHERE));
            indexes(table.name(), table.indexes(), operations);
        }
        List<SchemaObject> above = new ArrayList<>(model.objects());
        above.removeAll(beneath);
        for (ReadingOrder.Thing thing : order.aboveTables(model.views(), above)) {
            switch (thing) {
                case ReadingOrder.Thing.OfView(View view) -> {
                    operations.add(
                            view.materialized()
                                    ? new Operation.CreateMaterializedView(view.name(), view.query(), NOWHERE)
                                    : new Operation.CreateView(view.name(), view.query(), false, NOWHERE));
                    indexes(view.name(), view.indexes(), operations);
                }
                case ReadingOrder.Thing.OfObject(SchemaObject object) -> operations.add(create(object));
            }
        }
        return operations;
    }

    private static Operation create(SchemaObject it) {
        return new Operation.CreateObject(it.kind(), it.name(), it.create(), it.drop(), false, NOWHERE);
    }

    private static void indexes(QualifiedIdentifier on, List<Index> indexes, List<Operation> operations) {
        indexes.forEach(it -> operations.add(new Operation.CreateIndex(on, it, false, false, NOWHERE)));
    }
}
