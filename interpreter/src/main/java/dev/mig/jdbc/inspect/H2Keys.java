package dev.mig.jdbc.inspect;

import dev.mig.jdbc.inspect.H2Indexes.Index;
import dev.mig.jdbc.inspect.H2Indexes.Stored;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of an H2 database, and the columns of those that are keys.
 *
 * <p>Until the database is opened anew, H2 tells the columns of a key by the names that they had when the key was made.
 * What it says of the index behind a key is always right, so that is believed where the two differ.
 */
final class H2Keys {
    /** @param index the one behind it; null where there is none */
    record Key(
            String schema,
            String name,
            String type,
            String table,
            @Nullable Stored index) {
        Stored id() {
            return new Stored(schema, name);
        }
    }

    record Reference(Key target, String onDelete, String onUpdate) {}

    /** @param position in the target's key, from 1 */
    private record Told(String column, int position) {}

    private final H2Indexes indexes;
    private final Map<Stored, Key> keys = new LinkedHashMap<>();
    private final Map<Stored, List<Told>> told = new HashMap<>();
    private final Map<Stored, Set<String>> used = new HashMap<>();
    private final Map<Stored, Reference> references = new HashMap<>();

    private H2Keys(H2Indexes indexes) {
        this.indexes = indexes;
    }

    /** All of them, whatever tables are in scope: a foreign key may refer to any other. */
    static H2Keys ask(CatalogueQueries questions, H2Indexes indexes) throws SQLException {
        H2Keys keys = new H2Keys(indexes);
        questions.ask("select * from information_schema.table_constraints order by constraint_name", keys::constraint);
        questions.ask(
                "select * from information_schema.key_column_usage order by ordinal_position",
                row -> keys.told
                        .computeIfAbsent(id(row), it -> new ArrayList<>())
                        .add(new Told(row.text("COLUMN_NAME"), row.number("POSITION_IN_UNIQUE_CONSTRAINT"))));
        questions.ask(
                "select constraint_schema, constraint_name, table_name, column_name"
                        + " from information_schema.constraint_column_usage",
                row -> keys.used
                        .computeIfAbsent(id(row), it -> new HashSet<>())
                        .add(row.text("TABLE_NAME") + '\0' + row.text("COLUMN_NAME")));
        questions.ask("select * from information_schema.referential_constraints", keys::reference);
        return keys;
    }

    private static Stored id(Row row) throws SQLException {
        return new Stored(row.text("CONSTRAINT_SCHEMA"), row.text("CONSTRAINT_NAME"));
    }

    private void constraint(Row row) throws SQLException {
        String index = row.textOrNull("INDEX_NAME");
        keys.put(
                id(row),
                new Key(
                        row.text("CONSTRAINT_SCHEMA"),
                        row.text("CONSTRAINT_NAME"),
                        row.text("CONSTRAINT_TYPE"),
                        row.text("TABLE_NAME"),
                        index == null ? null : new Stored(row.text("INDEX_SCHEMA"), index)));
    }

    private void reference(Row row) throws SQLException {
        Key target = keys.get(new Stored(row.text("UNIQUE_CONSTRAINT_SCHEMA"), row.text("UNIQUE_CONSTRAINT_NAME")));
        if (target != null) {
            references.put(id(row), new Reference(target, row.text("DELETE_RULE"), row.text("UPDATE_RULE")));
        }
    }

    /** By name. */
    Iterable<Key> all() {
        return keys.values();
    }

    @Nullable
    Key find(String schema, String name) {
        return keys.get(new Stored(schema, name));
    }

    @Nullable
    Reference reference(Key key) {
        return references.get(key.id());
    }

    List<String> columns(Key key) {
        List<String> names = told.getOrDefault(key.id(), List.of()).stream()
                .map(Told::column)
                .toList();
        Index behind = key.index() == null ? null : indexes.all().get(key.index());
        List<String> index = behind == null || !behind.generated() ? List.of() : behind.columns();
        if (!references.containsKey(key.id())) {
            return index.size() == names.size() ? index : names;
        }
        // The index behind a foreign key may have the columns in another order, and more of them.
        Set<String> now = used.getOrDefault(key.id(), Set.of());
        boolean right = names.stream().allMatch(it -> now.contains(key.table() + '\0' + it));
        return right || index.size() < names.size() ? names : index.subList(0, names.size());
    }

    List<String> targetColumns(Key key, Reference reference) {
        List<String> target = columns(reference.target());
        return told.getOrDefault(key.id(), List.of()).stream()
                .map(it -> target.get(it.position() - 1))
                .toList();
    }
}
