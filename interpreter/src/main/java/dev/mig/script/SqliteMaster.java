package dev.mig.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a SQLite database says of one name in its schema table, or what the replayed schema has in its place.
 *
 * @param entries the table, index or view of that name, and everything that belongs to it, in the order it was made,
 *     as far as anybody asked
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

    /**
     * A condition that holds where a database has triggers on a table or view that are not these to the letter, or other
     * indexes: names are enough for them, since SQLite writes them anew where a column is renamed.
     */
    String unforeseen(String table, SqlStyle style) {
        return "exists (select 1 from sqlite_master where tbl_name = "
                + style.literals().string(table)
                + " collate nocase and sql is not null and (type = 'index'"
                + besides("name", of("index", table).stream().map(Entry::name).toList(), style)
                + " or type = 'trigger'"
                + besides("sql", of("trigger", table).stream().map(Entry::sql).toList(), style)
                + "))";
    }

    private static String besides(String column, List<String> known, SqlStyle style) {
        return known.isEmpty()
                ? ""
                : " and lower(" + column + ") not in ("
                        + known.stream()
                                .map(it -> "lower(" + style.literals().string(it) + ")")
                                .collect(Collectors.joining(", "))
                        + ")";
    }
}
