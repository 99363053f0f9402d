package dev.mig.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** One change of the version table; a row is a revision's id. */
public sealed interface RowChange {
    record Insert(String row) implements RowChange {}

    record Delete(String row) implements RowChange {}

    /** The row {@code from} becomes {@code to}. */
    record Update(String from, String to) implements RowChange {}

    /**
     * What takes some rows away and brings others, with as many updates as possible. The table never holds a row twice
     * in between, since none of the rows that come was there.
     */
    static List<RowChange> of(List<String> gone, List<String> come) {
        List<RowChange> changes = new ArrayList<>();
        int updates = Math.min(gone.size(), come.size());
        gone.subList(updates, gone.size()).forEach(row -> changes.add(new Delete(row)));
        for (int i = 0; i < updates; i++) {
            changes.add(new Update(gone.get(i), come.get(i)));
        }
        come.subList(updates, come.size()).forEach(row -> changes.add(new Insert(row)));
        return List.copyOf(changes);
    }

    /** What makes the rows after of the rows before. */
    static List<RowChange> between(SortedSet<String> before, SortedSet<String> after) {
        return of(
                before.stream().filter(row -> !after.contains(row)).toList(),
                after.stream().filter(row -> !before.contains(row)).toList());
    }
}
