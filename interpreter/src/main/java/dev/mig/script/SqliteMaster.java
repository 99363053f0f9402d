package dev.mig.script;

import java.util.List;
import java.util.Optional;

/**
 * What a SQLite database says of one name in its schema table, or what the replayed schema has in its place.
 *
 * @param entries the table, index or view of that name, and everything that belongs to it, in the order it was made
 * @param referencing the other tables with a foreign key to it, as far as anybody asked
 * @param enforced whether foreign keys are, on this connection
 */
public record SqliteMaster(List<Entry> entries, List<String> referencing, boolean enforced) {
    public SqliteMaster {
        entries = List.copyOf(entries);
        referencing = List.copyOf(referencing);
    }

    /**
     * A row of the schema table.
     *
     * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
     * @param table what an index or a trigger belongs to
     */
    public record Entry(String type, String name, String table, String sql) {}

    Optional<Entry> find(String type, String name) {
        return entries.stream()
                .filter(it -> it.type().equals(type) && it.name().equalsIgnoreCase(name))
                .findFirst();
    }

    List<Entry> of(String type, String table) {
        return entries.stream()
                .filter(it -> it.type().equals(type) && it.table().equalsIgnoreCase(table))
                .toList();
    }
}
