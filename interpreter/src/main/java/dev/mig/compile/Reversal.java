package dev.mig.compile;

import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Grade;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.model.View;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Derives how an operation is reverted, from the operation and the schema it meets.
 *
 * <p>Pure. It returns the reverse operations or the reason why there are none; whether the latter is an error depends
 * on what the file asks for.
 */
final class Reversal {
    private static final Pattern REPLACES = Pattern.compile("\\s*create\\s+or\\s+replace\\b.*", Pattern.DOTALL);

    private Reversal() {}

    /** @param fresh objects created earlier in the same revision */
    static Undo of(Operation operation, SchemaModel before, NewObjects fresh) {
        return switch (operation) {
            case Operation.CreateTable it ->
                it.ifNotExists()
                        ? mayHaveBeenThere("table", it.table().name())
                        : Undo.By.reversible(new Operation.DropTable(it.table().name(), false, false, it.span()));
            case Operation.DropTable it -> dropTable(it, before);
            case Operation.RenameTable it ->
                Undo.By.reversible(new Operation.RenameTable(
                        it.table().named(it.to()), it.table().name(), it.span()));
            case Operation.CommentOnTable it -> {
                Lookup<Table> found = before.table(it.table());
                yield found.known()
                        .<Undo>map(table -> Undo.By.reversible(
                                new Operation.CommentOnTable(it.table(), table.comment(), it.span())))
                        .orElseGet(() -> unknown("table \"" + it.table() + "\"", found));
            }
            case Operation.AlterTable it -> TableReversal.of(it, before);
            case Operation.CreateIndex it ->
                it.ifNotExists()
                        ? mayHaveBeenThere("index", it.table().named(it.index().name()))
                        : Undo.By.reversible(new Operation.DropIndex(
                                it.table().named(it.index().name()), it.table(), it.concurrently(), false, it.span()));
            case Operation.DropIndex it -> dropIndex(it, before);
            case Operation.RenameIndex it ->
                Undo.By.reversible(new Operation.RenameIndex(
                        it.name().named(it.to()), it.table(), it.name().name(), it.span()));
            case Operation.CreateEnum it -> Undo.By.reversible(new Operation.DropType(it.name(), it.span()));
            case Operation.AddEnumValue it ->
                new Undo.Never("a value that a type was given cannot be taken away", byHand());
            case Operation.RenameEnumValue it ->
                Undo.By.reversible(new Operation.RenameEnumValue(it.type(), it.to(), it.value(), it.span()));
            case Operation.DropType it -> {
                var found = before.enumType(it.name());
                yield found.known()
                        .<Undo>map(type ->
                                Undo.By.reversible(new Operation.CreateEnum(type.name(), type.values(), it.span())))
                        .orElseGet(() -> unknown("type \"" + it.name() + "\"", found));
            }
            case Operation.CreateSequence it -> Undo.By.reversible(new Operation.DropSequence(it.name(), it.span()));
            case Operation.DropSequence it -> {
                var found = before.sequence(it.name());
                yield found.known()
                        .<Undo>map(sequence -> Undo.By.lossy(new Operation.CreateSequence(
                                sequence.name(), sequence.start(), sequence.increment(), it.span())))
                        .orElseGet(() -> unknown("sequence \"" + it.name() + "\"", found));
            }
            case Operation.CreateSchema it ->
                it.ifNotExists()
                        ? mayHaveBeenThere("schema", QualifiedIdentifier.of(it.name()))
                        : Undo.By.reversible(new Operation.DropSchema(it.name(), false, false, it.span()));
            case Operation.DropSchema it -> dropSchema(it, before);
            case Operation.CreateView it -> createView(it, before);
            case Operation.DropView it -> dropView(it.name(), it.ifExists(), it, before);
            case Operation.CreateMaterializedView it ->
                Undo.By.reversible(new Operation.DropMaterializedView(it.name(), false, it.span()));
            case Operation.RefreshMaterializedView it -> Undo.By.nothing();
            case Operation.DropMaterializedView it -> dropView(it.name(), it.ifExists(), it, before);
            case Operation.RenameOther it ->
                Undo.By.reversible(new Operation.RenameOther(
                        it.kind(), it.name().named(it.to()), it.name().name(), it.span()));
            case Operation.CreateObject it -> createObject(it, before);
            case Operation.DropObject it ->
                it.create() == null
                        ? new Undo.Never(
                                "no revision made " + it.kind() + " \"" + it.name()
                                        + "\", so that its text is not known",
                                "add reverse \"\"\" create … \"\"\" after it")
                        : Undo.By.reversible(new Operation.CreateObject(
                                it.kind(), it.name(), it.create(), it.drop(), false, it.span()));
            case Operation.Insert it -> insert(it, before, fresh);
            case Operation.InsertSelect it -> rows(it, it.table(), it.reverse(), fresh, "rows from a query");
            case Operation.Update it -> update(it, fresh);
            case Operation.Delete it -> rows(it, it.table(), it.reverse(), fresh, "deleted rows");
            // Always derived from an insert, which can restore the rows.
            case Operation.DeleteRows it -> new Undo.By(List.of(), Grade.LOSSY);
            case Operation.Load it -> rows(it, it.table(), it.reverse(), fresh, "loaded rows");
            case Operation.ExecuteSql it -> stated(it, it.reverse(), "raw SQL");
            case Operation.ExecuteScript it -> stated(it, it.reverse(), "a script");
            case Operation.Run it -> stated(it, it.reverse(), "work on rows");
            case Operation.OutsideTransaction it -> outsideTransaction(it, before, fresh);
            case Operation.Require it -> Undo.By.nothing();
        };
    }

    private static String byHand() {
        return "write the downgrade by hand, or say downgrade none 'why'";
    }

    private static Undo mayHaveBeenThere(String what, QualifiedIdentifier name) {
        return new Undo.Never(
                what + " \"" + name + "\" may have been there before, so that dropping it may drop too much",
                "leave if not exists out, or write the downgrade by hand");
    }

    /** The previous state is not known, so it cannot be restored. */
    static Undo unknown(String what, Lookup<?> found) {
        return switch (found) {
            case Lookup.Unknown<?>(var because)
            when !because.isNone() ->
                new Undo.Never(
                        "what " + what + " looks like is not known since the raw SQL at " + because.location(),
                        "say there what it changes: touches { … }; or write the downgrade by hand");
            case Lookup.Unknown<?> it -> new Undo.Never("what " + what + " looks like is not known here", byHand());
            case Lookup.Outside<?> it ->
                new Undo.Never(what + " is made by no revision, so that what it looks like is not known", byHand());
            case Lookup.Absent<?> it -> new Undo.Never(what + " does not exist", byHand());
            case Lookup.Known<?> it -> new Undo.Never("what " + what + " looked like is not known", byHand());
        };
    }

    // ---- tables and indexes

    private static Undo dropTable(Operation.DropTable it, SchemaModel before) {
        Folding folding = before.folding();
        Lookup<Table> found = before.table(it.table());
        if (it.ifExists() && found instanceof Lookup.Absent) {
            return Undo.By.nothing();
        }
        Table table = found.known().orElse(null);
        if (table == null) {
            return unknown("table \"" + it.table() + "\"", found);
        }
        List<Operation> back = new ArrayList<>();
        back.add(new Operation.CreateTable(table.withIndexes(List.of()), false, it.span()));
        for (Index index : table.indexes()) {
            back.add(new Operation.CreateIndex(table.name(), index, false, false, it.span()));
        }
        if (it.cascade()) {
            for (View view : before.views()) {
                if (RawSql.names(view.query(), folding)
                        .contains(folding.key(it.table().name()))) {
                    return new Undo.Never(
                            "cascade may take the view \"" + view.name() + "\" with the table",
                            "drop view " + view.name() + " first");
                }
            }
            for (Table other : before.tablesReferencing(table.name())) {
                List<TableChange> keys = new ArrayList<>();
                for (Constraint.ForeignKey key : other.foreignKeys()) {
                    if (folding.same(key.target(), table.name()) && !folding.same(other.name(), table.name())) {
                        keys.add(new TableChange.AddConstraint(key, false, it.span()));
                    }
                }
                if (!keys.isEmpty()) {
                    back.add(new Operation.AlterTable(other.name(), keys, it.span()));
                }
            }
        }
        return new Undo.By(back, Grade.LOSSY);
    }

    private static Undo dropIndex(Operation.DropIndex it, SchemaModel before) {
        QualifiedIdentifier on = it.table();
        for (SchemaModel.IndexPlace place : before.indexes(it.name())) {
            if (on == null || before.folding().same(on, place.on())) {
                return Undo.By.reversible(
                        new Operation.CreateIndex(place.on(), place.index(), it.concurrently(), false, it.span()));
            }
        }
        boolean known = on == null || before.table(on).known().isPresent();
        return it.ifExists() && known
                ? Undo.By.nothing()
                : unknown("index \"" + it.name() + "\"", on == null ? new Lookup.Outside<>() : before.table(on));
    }

    // ---- schemas, views, objects

    private static Undo dropSchema(Operation.DropSchema it, SchemaModel before) {
        if (it.ifExists() && !(before.schema(it.name()) instanceof Lookup.Known)) {
            return unknown("schema \"" + it.name() + "\"", before.schema(it.name()));
        }
        if (it.cascade()) {
            return new Undo.Never(
                    "cascade takes everything that is in schema \"" + it.name() + "\"",
                    "drop what is in it one by one, then the schema without cascade");
        }
        return Undo.By.reversible(new Operation.CreateSchema(it.name(), false, it.span()));
    }

    private static Undo createView(Operation.CreateView it, SchemaModel before) {
        Operation drop = new Operation.DropView(it.name(), false, it.span());
        if (!it.orReplace()) {
            return Undo.By.reversible(drop);
        }
        Lookup<View> found = before.view(it.name());
        return switch (found) {
            // The old query may have fewer columns, and databases do not let {@code create or replace view} drop
            // columns.
            case Lookup.Known<View>(View old) ->
                Undo.By.reversible(drop, new Operation.CreateView(old.name(), old.query(), false, it.span()));
            case Lookup.Absent<View> absent -> Undo.By.reversible(drop);
            case Lookup.Unknown<View> unknown -> unknown("view \"" + it.name() + "\"", unknown);
            case Lookup.Outside<View> outside ->
                new Undo.Never(
                        "view \"" + it.name() + "\" may have been there before, with a text that no revision gave it",
                        "leave or replace out if the view is new");
        };
    }

    private static Undo dropView(QualifiedIdentifier name, boolean ifExists, Operation operation, SchemaModel before) {
        Lookup<View> found = before.view(name);
        if (ifExists && found instanceof Lookup.Absent) {
            return Undo.By.nothing();
        }
        View view = found.known().orElse(null);
        if (view == null) {
            return unknown("view \"" + name + "\"", found);
        }
        List<Operation> back = new ArrayList<>();
        back.add(
                view.materialized()
                        ? new Operation.CreateMaterializedView(view.name(), view.query(), operation.span())
                        : new Operation.CreateView(view.name(), view.query(), false, operation.span()));
        view.indexes()
                .forEach(index ->
                        back.add(new Operation.CreateIndex(view.name(), index, false, false, operation.span())));
        return new Undo.By(back, Grade.REVERSIBLE);
    }

    private static Undo createObject(Operation.CreateObject it, SchemaModel before) {
        Operation drop = new Operation.DropObject(it.kind(), it.name(), it.drop(), it.create(), it.span());
        if (!it.orReplace()) {
            return Undo.By.reversible(drop);
        }
        Lookup<SchemaObject> found = before.object(it.kind(), it.name());
        return switch (found) {
            case Lookup.Known<SchemaObject>(SchemaObject old) -> {
                boolean replaces =
                        REPLACES.matcher(old.create().toLowerCase(Locale.ROOT)).matches();
                Operation create = new Operation.CreateObject(
                        old.kind(), old.name(), old.create(), old.drop(), replaces, it.span());
                yield replaces ? Undo.By.reversible(create) : Undo.By.reversible(drop, create);
            }
            case Lookup.Absent<SchemaObject> absent -> Undo.By.reversible(drop);
            case Lookup.Unknown<SchemaObject> unknown -> unknown(it.kind() + " \"" + it.name() + "\"", unknown);
            case Lookup.Outside<SchemaObject> outside ->
                new Undo.Never(
                        it.kind() + " \"" + it.name() + "\" may have been there before, with a text that no revision"
                                + " gave it",
                        "leave or replace out if it is new");
        };
    }

    // ---- rows

    private static Undo stated(Operation operation, Operation.Reverse reverse, String what) {
        return switch (reverse) {
            case Operation.Nothing it -> Undo.By.nothing();
            case Operation.BySql(String sql)
            when operation instanceof Operation.ExecuteScript ->
                Undo.By.reversible(new Operation.ExecuteScript(
                        beside(operation.span(), sql), new Operation.Unstated(), operation.span()));
            case Operation.BySql(String sql) ->
                Undo.By.reversible(new Operation.ExecuteSql(
                        sql, new Operation.Unsaid(), new Operation.Unstated(), operation.span()));
            case Operation.Unstated it ->
                new Undo.Never(
                        what + " has no way back of its own",
                        "add reverse \"\"\" … \"\"\" after it, or reverse nothing");
        };
    }

    /** The reverse of a script, with its own line numbers. */
    private static Source beside(Span script, String sql) {
        return new Source(script.source().name(), "\n".repeat(script.isNone() ? 0 : script.line() - 1) + sql);
    }

    private static Undo rows(
            Operation operation, QualifiedIdentifier table, Operation.Reverse reverse, NewObjects fresh, String what) {
        if (reverse instanceof Operation.Unstated && fresh.table(table)) {
            return Undo.By.nothing();
        }
        return switch (stated(operation, reverse, what)) {
            case Undo.By by -> by;
            case Undo.Never never -> new Undo.Never(what + " have no way back of their own", never.wayOut());
        };
    }

    private static Undo update(Operation.Update it, NewObjects fresh) {
        boolean onlyNew = it.assignments().stream().allMatch(set -> fresh.column(it.table(), set.column()));
        if (it.reverse() instanceof Operation.Unstated && onlyNew) {
            return Undo.By.nothing();
        }
        return stated(it, it.reverse(), "an update");
    }

    private static Undo insert(Operation.Insert it, SchemaModel before, NewObjects fresh) {
        if (!(it.reverse() instanceof Operation.Unstated)) {
            return stated(it, it.reverse(), "an insert");
        }
        if (fresh.table(it.table())) {
            return Undo.By.nothing();
        }
        Lookup<Table> found = before.table(it.table());
        Table table = found.known().orElse(null);
        if (table == null) {
            return unknown("table \"" + it.table() + "\"", found);
        }
        String wayOut = "add reverse \"\"\" delete from " + it.table() + " where … \"\"\" after it";
        Constraint.PrimaryKey key = table.primaryKey().orElse(null);
        if (key == null) {
            return new Undo.Never(
                    "table " + table.name() + " has no primary key by which the rows could be found again", wayOut);
        }
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < it.columns().size(); at++) {
            places.put(before.folding().key(it.columns().get(at)), at);
        }
        for (Identifier column : key.columns()) {
            if (!places.containsKey(before.folding().key(column))) {
                return new Undo.Never(
                        "the insert does not say the primary key " + column
                                + ", by which the rows could be found again",
                        wayOut);
            }
        }
        List<List<SqlValue>> rows = new ArrayList<>();
        for (List<SqlValue> row : it.rows()) {
            List<SqlValue> values = new ArrayList<>();
            for (Identifier column : key.columns()) {
                SqlValue value = row.get(places.getOrDefault(before.folding().key(column), 0));
                if (!isFixed(value)) {
                    return new Undo.Never(
                            "the primary key " + column + " of an inserted row is not a plain value", wayOut);
                }
                values.add(value);
            }
            rows.addFirst(values);
        }
        return Undo.By.reversible(new Operation.DeleteRows(it.table(), key.columns(), rows, it.span()));
    }

    private static boolean isFixed(SqlValue value) {
        return value instanceof SqlValue.Text || value instanceof SqlValue.Number || value instanceof SqlValue.Bool;
    }

    // ---- a group

    private static Undo outsideTransaction(Operation.OutsideTransaction group, SchemaModel before, NewObjects fresh) {
        List<Operation> back = new ArrayList<>();
        Grade grade = Grade.REVERSIBLE;
        SchemaModel model = before;
        for (Operation operation : group.operations()) {
            switch (of(operation, model, fresh)) {
                case Undo.Never never -> {
                    return never;
                }
                case Undo.By by -> {
                    back.addAll(0, by.operations());
                    grade = grade.worse(by.grade());
                }
            }
            fresh.note(operation);
            model = model.apply(operation);
        }
        return back.isEmpty()
                ? new Undo.By(List.of(), grade)
                : new Undo.By(List.of(new Operation.OutsideTransaction(back, group.span())), grade);
    }
}
