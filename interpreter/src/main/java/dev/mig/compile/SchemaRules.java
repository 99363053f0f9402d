package dev.mig.compile;

import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.List;
import java.util.Set;

/**
 * Checks an operation against the schema it meets: what it refers to exists, what it creates does not. Where only the
 * database knows, nothing is checked.
 */
final class SchemaRules implements OperationCheck {
    private final Places places;
    private final Problems problems;
    private final NameResolver resolver;
    private final TableRules tables;
    private final NameRules names;
    private final IndexRules indexes;
    private final EnumRules enums;
    private final RowRules rows;

    SchemaRules(Database database, Places places, Problems problems, NameResolver resolver) {
        this.places = places;
        this.problems = problems;
        this.resolver = resolver;
        this.tables = new TableRules(database, places, problems, resolver);
        this.names = new NameRules(places, problems, resolver);
        this.indexes = new IndexRules(database, places, problems, resolver);
        this.enums = new EnumRules(names, places, problems);
        this.rows = new RowRules(places, problems, resolver, new ColumnRules(places, problems));
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
                    names.newRelation(it.table().named(it.to()), it.span(), before);
                }
            }
            case Operation.CommentOnTable it -> resolver.table(it.table(), it.span(), before);
            case Operation.AlterTable it -> {
                ask(it.table(), it.span(), before);
                it.changes().forEach(change -> ask(it.table(), change, before));
            }
            case Operation.CreateIndex it -> indexes.create(it, before);
            case Operation.DropIndex it -> {
                if (!it.ifExists()) {
                    indexes.exists(it.name(), it.table(), it.span(), before);
                }
            }
            case Operation.RenameIndex it -> indexes.exists(it.name(), it.table(), it.span(), before);
            case Operation.CreateEnum it -> enums.create(it, before);
            case Operation.AddEnumValue it -> enums.addValue(it, before);
            case Operation.RenameEnumValue it -> enums.renameValue(it, before);
            case Operation.DropType it -> enums.drop(it, before);
            case Operation.CreateSequence it ->
                names.newName("sequence", it.name(), before.sequence(it.name()), it.span());
            case Operation.DropSequence it ->
                names.existing("sequence", it.name(), before.sequence(it.name()), it.span(), List.of());
            case Operation.CreateSchema it -> {
                if (!it.ifNotExists()) {
                    names.newName("schema", QualifiedIdentifier.of(it.name()), before.schema(it.name()), it.span());
                }
            }
            case Operation.DropSchema it -> dropSchema(it, before);
            case Operation.CreateView it -> {
                if (!it.orReplace()) {
                    names.newRelation(it.name(), it.span(), before);
                }
            }
            case Operation.DropView it -> {
                if (!it.ifExists()) {
                    names.view(it.name(), it.span(), before);
                }
            }
            case Operation.CreateMaterializedView it -> names.newRelation(it.name(), it.span(), before);
            case Operation.RefreshMaterializedView it -> names.view(it.name(), it.span(), before);
            case Operation.DropMaterializedView it -> {
                if (!it.ifExists()) {
                    names.view(it.name(), it.span(), before);
                }
            }
            case Operation.RenameOther it -> rename(it, before);
            case Operation.CreateObject it -> {
                if (!it.orReplace()) {
                    names.newName(it.kind(), it.name(), before.object(it.kind(), it.name()), it.span());
                }
            }
            case Operation.DropObject it ->
                names.existing(it.kind(), it.name(), before.object(it.kind(), it.name()), it.span(), List.of());
            case Operation.Insert it -> rows.insert(it, before);
            case Operation.InsertSelect it -> rows.fill(it.table(), it.columns(), it.span(), before);
            case Operation.Update it -> rows.update(it, before);
            case Operation.Delete it -> rows.delete(it, before);
            case Operation.DeleteRows it -> rows.tableAndColumns(it.table(), it.key(), it.span(), before);
            case Operation.Load it -> rows.fill(it.table(), it.columns(), it.span(), before);
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
            names.newRelation(it.table().name(), it.span(), before);
        }
        tables.newTable(it.table(), it.span(), before);
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

    // ---- the rest

    private void dropSchema(Operation.DropSchema it, SchemaModel before) {
        if (!it.ifExists()) {
            names.existing("schema", QualifiedIdentifier.of(it.name()), before.schema(it.name()), it.span(), List.of());
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

    private void rename(Operation.RenameOther it, SchemaModel before) {
        QualifiedIdentifier to = it.name().named(it.to());
        switch (it.kind()) {
            case VIEW -> {
                names.view(it.name(), it.span(), before);
                names.newRelation(to, it.span(), before);
            }
            case SEQUENCE -> {
                names.existing("sequence", it.name(), before.sequence(it.name()), it.span(), List.of());
                names.newName("sequence", to, before.sequence(to), it.span());
            }
            case TYPE -> {
                names.existing("type", it.name(), before.enumType(it.name()), it.span(), EnumRules.typeNames(before));
                names.newName("type", to, before.enumType(to), it.span());
            }
            case SCHEMA -> {
                Identifier from = it.name().name();
                names.existing("schema", it.name(), before.schema(from), it.span(), List.of());
                names.newName("schema", QualifiedIdentifier.of(it.to()), before.schema(it.to()), it.span());
            }
        }
    }
}
