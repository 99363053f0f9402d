package dev.mig.diff;

import dev.mig.compile.DropText;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Index;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders views and objects so that each follows those named in its text; objects that tables depend on, such as a
 * domain or the function of a check, are kept apart from those that depend on tables.
 *
 * <p>Texts are not parsed: any word equal to an object's name counts as a reference.
 */
final class ReadingOrder {
    private final Folding folding;

    ReadingOrder(Folding folding) {
        this.folding = folding;
    }

    sealed interface Thing {
        record OfView(View view) implements Thing {}

        record OfObject(SchemaObject object) implements Thing {}
    }

    /** Objects that tables depend on. */
    List<SchemaObject> beneathTables(SchemaModel model) {
        List<SchemaObject> waiting = new ArrayList<>(model.objects());
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<String> needed = new HashSet<>();
        model.tables().forEach(it -> needed.addAll(names(it)));
        List<SchemaObject> beneath = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<SchemaObject> found = waiting.stream()
                    .filter(it -> isExtension(it) || needed.contains(key(new Thing.OfObject(it))))
                    .toList();
            found.forEach(it -> needed.addAll(RawSql.names(it.create(), folding)));
            beneath.addAll(found);
            more = waiting.removeAll(found);
        }
        return ordered(beneath.stream().<Thing>map(Thing.OfObject::new).toList()).stream()
                .map(it -> ((Thing.OfObject) it).object())
                .toList();
    }

    /** Objects and views that come after the tables. */
    List<Thing> aboveTables(Collection<View> views, Collection<SchemaObject> objects) {
        List<Thing> things = new ArrayList<>();
        views.forEach(it -> things.add(new Thing.OfView(it)));
        objects.forEach(it -> things.add(new Thing.OfObject(it)));
        return ordered(things);
    }

    /** The name by which others refer to it; empty if nothing can. */
    String key(Thing thing) {
        return switch (thing) {
            case Thing.OfView(View it) -> folding.key(it.name().name());
            case Thing.OfObject(SchemaObject it) when DropText.isOfTable(it.kind()) -> "";
            // Overloaded functions are named with their arguments.
            case Thing.OfObject(SchemaObject it) ->
                folding.key(it.name().name()).replaceFirst("\\(.*", "");
        };
    }

    Set<String> names(Thing thing) {
        return switch (thing) {
            case Thing.OfView(View it) -> RawSql.names(it.query(), folding);
            case Thing.OfObject(SchemaObject it) -> RawSql.names(it.create(), folding);
        };
    }

    private static boolean isExtension(SchemaObject object) {
        return object.kind().equalsIgnoreCase("extension");
    }

    private List<Thing> ordered(List<Thing> things) {
        Map<Thing, Set<String>> reads = new HashMap<>();
        for (Thing thing : things) {
            Set<String> names = new HashSet<>(names(thing));
            names.remove(key(thing));
            reads.put(thing, names);
        }
        List<Thing> waiting = new ArrayList<>(things);
        List<Thing> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> keys = new HashSet<>();
            waiting.forEach(it -> keys.add(key(it)));
            List<Thing> free = waiting.stream()
                    .filter(it -> reads.getOrDefault(it, Set.of()).stream().noneMatch(keys::contains))
                    .toList();
            // An apparent mutual dependency is none: a column has the same name as a view.
            List<Thing> next = free.isEmpty() ? List.of(waiting.getFirst()) : free;
            ordered.addAll(next);
            waiting.removeAll(next);
        }
        return ordered;
    }

    // ---- the words of a table that may name an object

    private Set<String> names(Table table) {
        List<String> texts = new ArrayList<>();
        for (Column column : table.columns()) {
            Column.Generated generated = column.generated();
            if (generated != null) {
                texts.add(generated.expression());
            }
            text(column.type(), texts);
            text(column.defaultValue(), texts);
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                texts.add(check.condition());
            }
        }
        for (Index index : table.indexes()) {
            String where = index.where();
            if (where != null) {
                texts.add(where);
            }
            for (Index.Element element : index.elements()) {
                if (element.key() instanceof Index.ExpressionKey(SqlValue expression)) {
                    text(expression, texts);
                }
            }
        }
        Set<String> names = new HashSet<>();
        texts.forEach(it -> names.addAll(RawSql.names(it, folding)));
        return names;
    }

    private static void text(ColumnType type, List<String> texts) {
        switch (type) {
            case ColumnType.Native(String sql) -> texts.add(sql);
            case ColumnType.Array(ColumnType element) -> text(element, texts);
            case ColumnType it -> {
                // Portable types and enums are not objects.
            }
        }
    }

    private static void text(@Nullable SqlValue value, List<String> texts) {
        switch (value) {
            case SqlValue.Expression(String sql) -> texts.add(sql);
            case SqlValue.Call it -> {
                texts.add(it.function().name().text());
                texts.add(it.arguments());
            }
            case null -> {
                // Nothing is said.
            }
            case SqlValue it -> {
                // A literal refers to nothing.
            }
        }
    }
}
