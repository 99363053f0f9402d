package dev.mig.diff;

import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Whether one schema is part of another, with identical definitions: then a database's description of the whole
 * includes the part.
 */
public final class Contained {
    private Contained() {}

    /** The order of columns, constraints and indexes is irrelevant. Objects must be equal as a whole. */
    public static boolean in(SchemaModel whole, SchemaModel part) {
        return part.tables().stream()
                        .allMatch(it -> isSame(it, whole.table(it.name()).known()))
                && part.views().stream()
                        .allMatch(it -> whole.view(it.name()).known().equals(Optional.of(it)))
                && part.enumTypes().stream()
                        .allMatch(it -> whole.enumType(it.name()).known().equals(Optional.of(it)))
                && part.sequences().stream()
                        .allMatch(it -> whole.sequence(it.name()).known().equals(Optional.of(it)))
                && part.schemas().stream()
                        .allMatch(it -> whole.schema(it).known().isPresent())
                && new HashSet<>(part.objects()).equals(new HashSet<>(whole.objects()));
    }

    private static boolean isSame(Table table, Optional<Table> other) {
        return other.isPresent()
                && table.name().equals(other.get().name())
                && areSame(table.columns(), other.get().columns())
                && areSame(table.constraints(), other.get().constraints())
                && areSame(table.indexes(), other.get().indexes())
                && table.options().equals(other.get().options());
    }

    private static boolean areSame(List<?> some, List<?> others) {
        return some.size() == others.size() && new HashSet<>(some).equals(new HashSet<>(others));
    }
}
