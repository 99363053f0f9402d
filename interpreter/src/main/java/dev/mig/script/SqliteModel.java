package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.model.Table;
import dev.mig.model.View;
import dev.mig.script.SqliteMaster.Entry;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The replayed schema in the form of SQLite's schema table, for restatements without a database. */
final class SqliteModel {
    private SqliteModel() {}

    /** A table and what belongs to it; empty if the revisions do not tell which that is. */
    static Optional<SqliteMaster> of(SchemaModel schema, QualifiedIdentifier name, SqlStyle style) {
        return schema.table(name).known().map(table -> {
            List<Entry> entries = new ArrayList<>();
            String key = table.name().name().text();
            entries.add(new Entry("table", key, key, text(table, style)));
            table.indexes().forEach(it -> entries.add(index(table.name(), it, style)));
            entries.addAll(triggers(schema, table.name().name(), style));
            return new SqliteMaster(entries, List.of(), false);
        });
    }

    /** An index by its own name. */
    static Optional<SqliteMaster> ofIndex(SchemaModel schema, QualifiedIdentifier name, SqlStyle style) {
        return schema.indexes(name).stream()
                .findFirst()
                .map(it -> new SqliteMaster(List.of(index(it.on(), it.index(), style)), List.of(), false));
    }

    static Optional<SqliteMaster> ofView(SchemaModel schema, QualifiedIdentifier name, SqlStyle style) {
        return schema.view(name).known().map(view -> {
            List<Entry> entries = new ArrayList<>();
            String key = view.name().name().text();
            entries.add(new Entry("view", key, key, text(view, style)));
            entries.addAll(triggers(schema, view.name().name(), style));
            return new SqliteMaster(entries, List.of(), false);
        });
    }

    static String text(View view, SqlStyle style) {
        return "create view " + style.quoted(view.name()) + " as\n" + view.query();
    }

    private static String text(Table table, SqlStyle style) {
        // What it complains of was said where the table was made.
        return new SqliteTableSql(style, new Drafts(style)).text(table, false, Span.none());
    }

    private static Entry index(QualifiedIdentifier table, Index index, SqlStyle style) {
        Drafts drafts = new Drafts(style);
        Operation.CreateIndex create = new Operation.CreateIndex(table, index, false, false, Span.none());
        drafts.begin(create);
        new IndexSql(style, new Spelling(style, drafts), drafts).create(create);
        return new Entry(
                "index",
                index.name().text(),
                table.name().text(),
                drafts.drafts().getFirst().statement().literal(style));
    }

    private static List<Entry> triggers(SchemaModel schema, Identifier on, SqlStyle style) {
        String key = style.folding().key(on);
        List<Entry> triggers = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object.kind().equalsIgnoreCase("trigger") && SqliteNames.isOn(object.create(), key)) {
                triggers.add(new Entry(
                        "trigger", object.name().name().text(), on.text(), SqliteNames.trigger(object.create())));
            }
        }
        return triggers;
    }
}
