package dev.mig.model;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Which tables and views of a schema use a table or a type, or own a constraint or index of some name, so that a rename
 * needs no search. Tables and views are known by their folded names. Persistent.
 *
 * @param users by the folded name of a table, after a {@code t}, or of an enum, after an {@code e}
 * @param owners by the folded name of a constraint or index
 */
record CrossReferences(Folding folding, PMap<String, PSet<String>> users, PMap<String, PSet<String>> owners) {
    static CrossReferences none(Folding folding) {
        return new CrossReferences(folding, HashTreePMap.empty(), HashTreePMap.empty());
    }

    /** The tables with a foreign key to this one, perhaps itself included. */
    SortedSet<String> referencing(QualifiedIdentifier table) {
        return sorted(users, "t" + folding.key(table));
    }

    /** The tables with a column of this type, or of an array of it. */
    SortedSet<String> withType(QualifiedIdentifier type) {
        return sorted(users, "e" + folding.key(type));
    }

    /** The tables and views with a constraint or index of this folded name. */
    SortedSet<String> owning(String name) {
        return sorted(owners, name);
    }

    /** @param before the table that it replaces, if any */
    CrossReferences with(String key, @Nullable Table before, Table table) {
        // Most changes of a table leave its names as they were, and a wide one has thousands.
        boolean sameNames = before != null
                && before.constraints().equals(table.constraints())
                && before.indexes().equals(table.indexes());
        return new CrossReferences(
                folding,
                replaced(users, key, used(before), used(table)),
                sameNames ? owners : replaced(owners, key, owned(before), owned(table)));
    }

    CrossReferences without(String key, @Nullable Table table) {
        return new CrossReferences(
                folding, replaced(users, key, used(table), Set.of()), replaced(owners, key, owned(table), Set.of()));
    }

    /** @param before the view that it replaces, if any */
    CrossReferences with(String key, @Nullable View before, View view) {
        return new CrossReferences(folding, users, replaced(owners, key, owned(before), owned(view)));
    }

    CrossReferences without(String key, @Nullable View view) {
        return new CrossReferences(folding, users, replaced(owners, key, owned(view), Set.of()));
    }

    private static SortedSet<String> sorted(PMap<String, PSet<String>> map, String key) {
        return new TreeSet<>(map.getOrDefault(key, HashTreePSet.empty()));
    }

    private Set<String> used(@Nullable Table table) {
        Set<String> used = new HashSet<>();
        if (table != null) {
            table.foreignKeys().forEach(it -> used.add("t" + folding.key(it.target())));
            table.columns().forEach(it -> {
                if (element(it.type()) instanceof ColumnType.Enum type) {
                    used.add("e" + folding.key(type.name()));
                }
            });
        }
        return used;
    }

    private static ColumnType element(ColumnType type) {
        return type instanceof ColumnType.Array(ColumnType inner) ? element(inner) : type;
    }

    private Set<String> owned(@Nullable Table table) {
        Set<String> owned = new HashSet<>();
        if (table != null) {
            table.constraints().forEach(it -> owned.add(folding.key(it.name())));
            table.indexes().forEach(it -> owned.add(folding.key(it.name())));
        }
        return owned;
    }

    private Set<String> owned(@Nullable View view) {
        Set<String> owned = new HashSet<>();
        if (view != null) {
            view.indexes().forEach(it -> owned.add(folding.key(it.name())));
        }
        return owned;
    }

    private static PMap<String, PSet<String>> replaced(
            PMap<String, PSet<String>> map, String member, Set<String> before, Set<String> after) {
        PMap<String, PSet<String>> changed = map;
        for (String key : before) {
            if (!after.contains(key)) {
                changed = changed.plus(
                        key, changed.getOrDefault(key, HashTreePSet.empty()).minus(member));
            }
        }
        for (String key : after) {
            if (!before.contains(key)) {
                changed = changed.plus(
                        key, changed.getOrDefault(key, HashTreePSet.empty()).plus(member));
            }
        }
        return changed;
    }
}
