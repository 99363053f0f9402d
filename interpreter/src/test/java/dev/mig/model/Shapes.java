package dev.mig.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A schema without what does not matter: the order of columns and constraints, and what is not there any more. */
public final class Shapes {
    private Shapes() {}

    public static Map<String, Object> of(SchemaModel model) {
        Map<String, Object> shape = new TreeMap<>();
        shape.put("tables", byName(model.tables(), it -> it.name().toString(), Shapes::of));
        shape.put("views", byName(model.views(), it -> it.name().toString(), Object::toString));
        shape.put("types", byName(model.enumTypes(), it -> it.name().toString(), Object::toString));
        shape.put("sequences", byName(model.sequences(), it -> it.name().toString(), Object::toString));
        shape.put("schemas", byName(model.schemas(), Identifier::toString, Object::toString));
        shape.put("objects", byName(model.objects(), it -> it.kind() + it.name(), Object::toString));
        return shape;
    }

    private static Object of(Table table) {
        return Map.of(
                "columns", strings(table.columns()),
                "constraints", strings(table.constraints()),
                "indexes", strings(table.indexes()),
                "rest", List.of(String.valueOf(table.comment()), table.options()));
    }

    private static Set<String> strings(Collection<?> items) {
        TreeSet<String> strings = new TreeSet<>();
        items.forEach(it -> strings.add(it.toString()));
        return strings;
    }

    private static <T> Map<String, Object> byName(List<T> items, Function<T, String> name, Function<T, Object> shape) {
        Map<String, Object> map = new TreeMap<>();
        items.forEach(it -> map.put(name.apply(it), shape.apply(it)));
        return map;
    }
}
