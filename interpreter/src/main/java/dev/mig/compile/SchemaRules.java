package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.EnumType;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.model.View;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks an operation against the schema it meets: what it refers to exists, what it creates does not. Where only the
 * database knows, nothing is checked.
 */
final class SchemaRules implements OperationCheck {
    private final Database database;
    private final Places places;
    private final Problems problems;
    private final NameResolver resolver;
    private final TableRules tables;
    private final ColumnRules columns;

    SchemaRules(Database database, Places places, Problems problems, NameResolver resolver) {
        this.database = database;
        this.places = places;
        this.problems = problems;
        this.resolver = resolver;
        this.tables = new TableRules(database, places, problems, resolver);
        this.columns = new ColumnRules(places, problems);
    }

    @Override
    public void ask(QualifiedIdentifier altered, Span span, SchemaModel before) {
        resolver.table(altered, span, before);
    }

    @Override
    public boolean ask(QualifiedIdentifier altered, TableChange change, SchemaModel before) {
        int count = problems.count();
        tables.change(altered, change, before);
        return !problems.hasSince(count, Set.of(Code.COLUMN_TAKEN, Code.CONSTRAINT_TAKEN, Code.PRIMARY_KEY_TWICE));
    }

    @Override
    public boolean ask(Operation operation, SchemaModel before) {
        int count = problems.count();
        check(operation, before);
        return !problems.hasSince(count, Set.of(Code.TABLE_TAKEN, Code.INDEX_TAKEN, Code.NAME_TAKEN));
    }

    private void check(Operation operation, SchemaModel before) {
        switch (operation) {
            case Operation.CreateTable it -> createTable(it, before);
            case Operation.DropTable it -> dropTable(it, before);
            case Operation.RenameTable it -> {
                resolver.table(it.table(), it.span(), before);
                if (!before.folding().same(it.table().name(), it.to())) {
                    newRelation(it.table().named(it.to()), it.span(), before);
                }
            }
            case Operation.CommentOnTable it -> resolver.table(it.table(), it.span(), before);
            case Operation.AlterTable it -> {
                ask(it.table(), it.span(), before);
                it.changes().forEach(change -> ask(it.table(), change, before));
            }
            case Operation.CreateIndex it -> createIndex(it, before);
            case Operation.DropIndex it -> {
                if (!it.ifExists()) {
                    index(it.name(), it.table(), it.span(), before);
                }
            }
            case Operation.RenameIndex it -> index(it.name(), it.table(), it.span(), before);
            case Operation.CreateEnum it -> {
                newName("type", it.name(), before.enumType(it.name()), it.span());
                enumValues(it);
            }
            case Operation.AddEnumValue it -> addEnumValue(it, before);
            case Operation.RenameEnumValue it -> renameEnumValue(it, before);
            case Operation.DropType it -> dropType(it, before);
            case Operation.CreateSequence it -> newName("sequence", it.name(), before.sequence(it.name()), it.span());
            case Operation.DropSequence it ->
                existing("sequence", it.name(), before.sequence(it.name()), it.span(), List.of());
            case Operation.CreateSchema it -> {
                if (!it.ifNotExists()) {
                    newName("schema", QualifiedIdentifier.of(it.name()), before.schema(it.name()), it.span());
                }
            }
            case Operation.DropSchema it -> dropSchema(it, before);
            case Operation.CreateView it -> {
                if (!it.orReplace()) {
                    newRelation(it.name(), it.span(), before);
                }
            }
            case Operation.DropView it -> {
                if (!it.ifExists()) {
                    view(it.name(), it.span(), before);
                }
            }
            case Operation.CreateMaterializedView it -> newRelation(it.name(), it.span(), before);
            case Operation.RefreshMaterializedView it -> view(it.name(), it.span(), before);
            case Operation.DropMaterializedView it -> {
                if (!it.ifExists()) {
                    view(it.name(), it.span(), before);
                }
            }
            case Operation.RenameOther it -> rename(it, before);
            case Operation.CreateObject it -> {
                if (!it.orReplace()) {
                    newName(it.kind(), it.name(), before.object(it.kind(), it.name()), it.span());
                }
            }
            case Operation.DropObject it ->
                existing(it.kind(), it.name(), before.object(it.kind(), it.name()), it.span(), List.of());
            case Operation.Insert it -> {
                rows(it.table(), it.columns(), it.span(), before);
                for (int i = 0; i < it.columns().size(); i++) {
                    int at = i;
                    List<SqlValue> values = it.rows().stream()
                            .filter(row -> at < row.size())
                            .map(row -> row.get(at))
                            .toList();
                    assigned(it.table(), it.columns().get(at), values, it.span(), before);
                }
            }
            case Operation.InsertSelect it -> {
                rows(it.table(), it.columns(), it.span(), before);
                it.columns().forEach(column -> filled(it.table(), column, it.span(), before));
            }
            case Operation.Update it -> {
                List<Identifier> columns = new ArrayList<>();
                it.assignments().forEach(assignment -> columns.add(assignment.column()));
                rows(it.table(), columns, it.span(), before);
                it.assignments()
                        .forEach(assignment -> assigned(
                                it.table(), assignment.column(), List.of(assignment.value()), it.span(), before));
                batches(it.table(), it.batches(), it.span(), before);
            }
            case Operation.Delete it -> {
                rows(it.table(), List.of(), it.span(), before);
                batches(it.table(), it.batches(), it.span(), before);
            }
            case Operation.DeleteRows it -> rows(it.table(), it.key(), it.span(), before);
            case Operation.Load it -> {
                rows(it.table(), it.columns(), it.span(), before);
                it.columns().forEach(column -> filled(it.table(), column, it.span(), before));
            }
            case Operation.ExecuteSql it -> {}
            case Operation.ExecuteScript it -> {}
            case Operation.Run it -> {}
            case Operation.OutsideTransaction it -> {
                SchemaModel now = before;
                for (Operation inside : it.operations()) {
                    ask(inside, now);
                    now = now.apply(inside);
                }
            }
            case Operation.Require it -> {}
        }
    }

    // ---- tables

    private void createTable(Operation.CreateTable it, SchemaModel before) {
        if (!it.ifNotExists()) {
            newRelation(it.table().name(), it.span(), before);
        }
        tables.newTable(it.table(), it.span(), before);
    }

    private void newRelation(QualifiedIdentifier name, Span span, SchemaModel before) {
        Span place = places.of(name, span);
        if (before.table(name).known().isPresent()) {
            problems.error(Code.TABLE_TAKEN, place, "a table \"" + name + "\" exists already");
        } else if (before.view(name).known().isPresent()) {
            problems.error(Code.TABLE_TAKEN, place, "a view \"" + name + "\" exists already");
        }
    }

    private void dropTable(Operation.DropTable it, SchemaModel before) {
        Folding folding = before.folding();
        if (it.ifExists() && before.table(it.table()).known().isEmpty()) {
            return;
        }
        Table table = resolver.table(it.table(), it.span(), before).orElse(null);
        if (table == null || it.cascade()) {
            return;
        }
        for (Table other : before.tablesReferencing(table.name())) {
            for (Constraint.ForeignKey key : other.foreignKeys()) {
                if (!folding.same(other.name(), table.name()) && folding.same(key.target(), table.name())) {
                    tables.stillReferenced(
                            places.of(it.table(), it.span()), "table \"" + it.table() + "\"", other, key);
                }
            }
        }
    }

    private void rows(QualifiedIdentifier name, List<Identifier> columns, Span span, SchemaModel before) {
        View view = before.view(name).known().orElse(null);
        if (view != null) {
            return;
        }
        Map<String, Identifier> seen = new HashMap<>();
        for (Identifier column : columns) {
            if (seen.putIfAbsent(before.folding().key(column), column) != null) {
                problems.error(Code.COLUMN_TAKEN, places.of(column, span), "column \"" + column + "\" is there twice");
            }
        }
        resolver.table(name, span, before).ifPresent(table -> resolver.columns(table, columns, span, before));
    }

    /** @param values what the column gets, a row after the other */
    private void assigned(
            QualifiedIdentifier name, Identifier column, List<SqlValue> values, Span span, SchemaModel before) {
        if (values.stream().anyMatch(it -> !(it instanceof SqlValue.Default))) {
            filled(name, column, span, before);
        }
        target(name, column, before).ifPresent(it -> columns.fit(it, values, places.of(column, span)));
    }

    private void filled(QualifiedIdentifier name, Identifier column, Span span, SchemaModel before) {
        target(name, column, before).ifPresent(it -> columns.filled(it, places.of(column, span)));
    }

    private static Optional<Column> target(QualifiedIdentifier name, Identifier column, SchemaModel before) {
        return before.table(name).known().flatMap(it -> it.column(column, before.folding()));
    }

    private void batches(QualifiedIdentifier name, Operation.@Nullable Batches batches, Span span, SchemaModel before) {
        Table table = before.table(name).known().orElse(null);
        if (batches == null || table == null) {
            return;
        }
        Identifier by = batches.by();
        if (by != null) {
            resolver.column(table, by, span, before);
        } else if (table.primaryKey().isEmpty()) {
            problems.error(
                    Code.NOT_KNOWN_HERE,
                    span,
                    "batches go in key order, and table " + table.name() + " has no primary key",
                    "say by which column: by COLUMN batch " + batches.size());
        }
    }

    // ---- indexes

    private void createIndex(Operation.CreateIndex it, SchemaModel before) {
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
                        "table " + place.on() + " has an index \"" + it.index().name() + "\" already");
                return;
            }
        }
    }

    private void index(QualifiedIdentifier name, @Nullable QualifiedIdentifier on, Span span, SchemaModel before) {
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

    // ---- types

    private void enumValues(Operation.CreateEnum it) {
        for (int at = 0; at < it.values().size(); at++) {
            if (it.values().indexOf(it.values().get(at)) < at) {
                problems.error(
                        Code.NAME_TAKEN, it.span(), "the value '" + it.values().get(at) + "' is there twice");
            }
        }
    }

    private void addEnumValue(Operation.AddEnumValue it, SchemaModel before) {
        List<String> known = values(it.type(), it.span(), before);
        if (known.contains(it.value())) {
            problems.error(
                    Code.NAME_TAKEN, it.span(), "the type " + it.type() + " has a value '" + it.value() + "' already");
        }
        knownValue(it.type(), it.before(), known, it.span());
        knownValue(it.type(), it.after(), known, it.span());
    }

    private void renameEnumValue(Operation.RenameEnumValue it, SchemaModel before) {
        List<String> known = values(it.type(), it.span(), before);
        knownValue(it.type(), it.value(), known, it.span());
        if (known.contains(it.to())) {
            problems.error(
                    Code.NAME_TAKEN, it.span(), "the type " + it.type() + " has a value '" + it.to() + "' already");
        }
    }

    /** Empty where they are not known. */
    private List<String> values(QualifiedIdentifier type, Span span, SchemaModel before) {
        existing("type", type, before.enumType(type), span, typeNames(before));
        return before.enumType(type).known().map(EnumType::values).orElse(List.of());
    }

    private void knownValue(QualifiedIdentifier type, @Nullable String value, List<String> known, Span span) {
        if (value != null && !known.isEmpty() && !known.contains(value)) {
            problems.error(
                    Code.NAME_UNKNOWN,
                    span,
                    "the type " + type + " has no value '" + value + "'",
                    NameResolver.likeOrAll(value, known, "values"));
        }
    }

    private void dropType(Operation.DropType it, SchemaModel before) {
        existing("type", it.name(), before.enumType(it.name()), it.span(), typeNames(before));
        List<String> users = before.tablesWithType(it.name()).stream()
                .map(table -> table.name().toString())
                .toList();
        if (!users.isEmpty()) {
            problems.error(
                    Code.STILL_NEEDED,
                    places.of(it.name(), it.span()),
                    "type \"" + it.name() + "\" is needed by columns of " + NameResolver.listed(users),
                    "drop those columns, or give them another type, first");
        }
    }

    private static List<String> typeNames(SchemaModel model) {
        return model.enumTypes().stream().map(it -> it.name().toString()).toList();
    }

    // ---- the rest

    private void dropSchema(Operation.DropSchema it, SchemaModel before) {
        if (!it.ifExists()) {
            existing("schema", QualifiedIdentifier.of(it.name()), before.schema(it.name()), it.span(), List.of());
        }
        List<String> inside = before.tables().stream()
                .map(Table::name)
                .filter(name -> name.schema() != null && before.folding().same(name.schema(), it.name()))
                .map(QualifiedIdentifier::toString)
                .toList();
        if (!it.cascade() && !inside.isEmpty()) {
            problems.error(
                    Code.STILL_NEEDED,
                    places.of(it.name(), it.span()),
                    "schema \"" + it.name() + "\" is not empty: it holds " + NameResolver.listed(inside),
                    "drop what is in it first, or drop schema " + it.name() + " cascade");
        }
    }

    private void view(QualifiedIdentifier name, Span span, SchemaModel before) {
        existing(
                "view",
                name,
                before.view(name),
                span,
                before.views().stream().map(it -> it.name().toString()).toList());
    }

    private void rename(Operation.RenameOther it, SchemaModel before) {
        QualifiedIdentifier to = it.name().named(it.to());
        switch (it.kind()) {
            case VIEW -> {
                view(it.name(), it.span(), before);
                newRelation(to, it.span(), before);
            }
            case SEQUENCE -> {
                existing("sequence", it.name(), before.sequence(it.name()), it.span(), List.of());
                newName("sequence", to, before.sequence(to), it.span());
            }
            case TYPE -> {
                existing("type", it.name(), before.enumType(it.name()), it.span(), typeNames(before));
                newName("type", to, before.enumType(to), it.span());
            }
            case SCHEMA -> {
                Identifier from = it.name().name();
                existing("schema", it.name(), before.schema(from), it.span(), List.of());
                newName("schema", QualifiedIdentifier.of(it.to()), before.schema(it.to()), it.span());
            }
        }
    }

    private void newName(String what, QualifiedIdentifier name, Lookup<?> found, Span span) {
        if (found instanceof Lookup.Known) {
            problems.error(Code.NAME_TAKEN, places.of(name, span), "a " + what + " \"" + name + "\" exists already");
        }
    }

    private void existing(String what, QualifiedIdentifier name, Lookup<?> found, Span span, List<String> known) {
        if (found instanceof Lookup.Absent) {
            String message = what + " \"" + name + "\" does not exist";
            if (known.isEmpty()) {
                problems.error(Code.NAME_UNKNOWN, places.of(name, span), message);
            } else {
                problems.error(
                        Code.NAME_UNKNOWN,
                        places.of(name, span),
                        message,
                        NameResolver.likeOrAll(name.toString(), known, what + "s"));
            }
        } else if (found instanceof Lookup.Outside) {
            resolver.noteOutside(what, name, span, known);
        }
    }
}
