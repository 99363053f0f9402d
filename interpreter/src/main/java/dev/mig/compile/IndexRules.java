package dev.mig.compile;

import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks operations on indexes. */
final class IndexRules {
    private final Database database;
    private final Places places;
    private final Problems problems;
    private final NameResolver resolver;

    IndexRules(Database database, Places places, Problems problems, NameResolver resolver) {
        this.database = database;
        this.places = places;
        this.problems = problems;
        this.resolver = resolver;
    }

    void create(Operation.CreateIndex it, SchemaModel before) {
        Index index = it.index();
        if (!it.ifNotExists()) {
            newIndex(it, before);
        }
        if (before.view(it.table()).known().isPresent()) {
            return;
        }
        Table table = resolver.table(it.table(), it.span(), before).orElse(null);
        if (table == null) {
            return;
        }
        index.elements().forEach(element -> {
            if (element.key() instanceof Index.ColumnKey(Identifier column)) {
                resolver.column(table, column, it.span(), before);
            }
        });
        resolver.columns(table, index.include(), it.span(), before);
    }

    private void newIndex(Operation.CreateIndex it, SchemaModel before) {
        Folding folding = before.folding();
        boolean ofTable = database == Database.MYSQL || database == Database.MARIADB;
        Identifier schema = it.table().schema();
        for (SchemaModel.IndexPlace place :
                before.indexes(new QualifiedIdentifier(schema, it.index().name()))) {
            Identifier other = place.on().schema();
            boolean sameSchema = schema == null ? other == null : other != null && folding.same(schema, other);
            if (folding.same(place.on(), it.table()) || (!ofTable && sameSchema)) {
                problems.error(
                        Code.INDEX_TAKEN,
                        places.of(it.index().name(), it.span()),
                        "table " + place.on() + " has an index \"" + it.index().name() + "\" already",
                        NameRules.another("drop index " + it.index().name() + " on " + place.on()));
                return;
            }
        }
    }

    void exists(QualifiedIdentifier name, @Nullable QualifiedIdentifier on, Span span, SchemaModel before) {
        List<SchemaModel.IndexPlace> found = before.indexes(name);
        if (on != null) {
            if (before.view(on).known().isPresent()) {
                return;
            }
            Table table = resolver.table(on, span, before).orElse(null);
            if (table != null && table.index(name.name(), before.folding()).isEmpty()) {
                unknownIndex(name, span, names(table.indexes()), " on table " + table.name(), "indexes");
            }
        } else if (found.isEmpty() && before.namedByRawText(name.name()) == null) {
            List<String> all = new ArrayList<>();
            before.tables().forEach(it -> all.addAll(names(it.indexes())));
            unknownIndex(name, span, all, "", "indexes");
        } else if (found.size() > 1) {
            problems.error(
                    Code.INDEX_UNKNOWN,
                    places.of(name, span),
                    "several tables have an index \"" + name + "\"",
                    "say which: "
                            + NameResolver.listed(found.stream()
                                    .map(it -> name + " on " + it.on())
                                    .toList()));
        }
    }

    private void unknownIndex(QualifiedIdentifier name, Span span, List<String> all, String where, String what) {
        String ofOutside = "the index of a table that no revision creates is dropped with its table: drop index " + name
                + " on TABLE";
        String like = NameResolver.likeOrAll(name.toString(), all, what);
        problems.error(
                Code.INDEX_UNKNOWN,
                places.of(name, span),
                "index \"" + name + "\" does not exist" + where,
                where.isEmpty() ? new String[] {like, ofOutside} : new String[] {like});
    }

    private static List<String> names(List<Index> indexes) {
        return indexes.stream().map(it -> it.name().text()).toList();
    }
}
