package dev.mig.jdbc.inspect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The primary, unique and foreign keys of an H2 database.
 *
 * <p>Until the database is opened anew, H2 tells the columns of a key by the names that they had when the key was made.
 * What it says of the index behind a key is always right, so that is believed where the two differ.
 */
final class H2Keys {
    /** A constraint, whose name its schema knows only once. */
    private record Id(String schema, String name) {}

    /**
     * @param positions in the target's key, from 1, one a column
     */
    record Reference(Key target, List<Integer> positions, String onDelete, String onUpdate) {}

    record Key(
            String schema,
            String name,
            String type,
            String table,
            List<String> told,
            @Nullable Reference reference) {
        boolean isPrimary() {
            return type.equals("PRIMARY KEY");
        }

        private Id id() {
            return new Id(schema, name);
        }
    }

    private final Map<Id, Key> keys = new LinkedHashMap<>();
    private final Map<Id, Set<String>> used = new HashMap<>();
    private final Map<Id, List<String>> indexed = new HashMap<>();

    private H2Keys() {}

    static H2Keys ask(Questions questions) throws SQLException {
        H2Keys keys = new H2Keys();
        questions.ask(
                "select constraint_schema, constraint_name, table_name, column_name"
                        + " from information_schema.constraint_column_usage",
                row -> keys.used
                        .computeIfAbsent(id(row), it -> new HashSet<>())
                        .add(row.text("TABLE_NAME") + '\0' + row.text("COLUMN_NAME")));
        questions.ask(
                "select c.constraint_schema, c.constraint_name, x.column_name"
                        + " from information_schema.table_constraints c"
                        + " join information_schema.indexes i on i.index_schema = c.index_schema"
                        + " and i.index_name = c.index_name and i.is_generated"
                        + " join information_schema.index_columns x on x.index_schema = i.index_schema"
                        + " and x.index_name = i.index_name order by x.ordinal_position",
                row -> keys.indexed
                        .computeIfAbsent(id(row), it -> new ArrayList<>())
                        .add(row.text("COLUMN_NAME")));
        questions.ask(
                "select c.constraint_schema, c.constraint_name, c.constraint_type, c.table_name, k.column_name,"
                        + " k.position_in_unique_constraint, r.unique_constraint_schema, r.unique_constraint_name,"
                        + " r.delete_rule, r.update_rule from information_schema.table_constraints c"
                        + " join information_schema.key_column_usage k on k.constraint_schema = c.constraint_schema"
                        + " and k.constraint_name = c.constraint_name"
                        + " left join information_schema.referential_constraints r on r.constraint_schema ="
                        + " c.constraint_schema and r.constraint_name = c.constraint_name"
                        + " order by case c.constraint_type when 'FOREIGN KEY' then 2 else 1 end,"
                        + " c.constraint_name, k.ordinal_position",
                keys::read);
        return keys;
    }

    private static Id id(Row row) throws SQLException {
        return new Id(row.text("CONSTRAINT_SCHEMA"), row.text("CONSTRAINT_NAME"));
    }

    private void read(Row row) throws SQLException {
        Id id = id(row);
        Key key = keys.get(id);
        if (key == null) {
            key = new Key(
                    id.schema(),
                    id.name(),
                    row.text("CONSTRAINT_TYPE"),
                    row.text("TABLE_NAME"),
                    new ArrayList<>(),
                    reference(row));
            keys.put(id, key);
        }
        key.told().add(row.text("COLUMN_NAME"));
        if (key.reference() != null) {
            key.reference().positions().add(row.number("POSITION_IN_UNIQUE_CONSTRAINT"));
        }
    }

    private @Nullable Reference reference(Row row) throws SQLException {
        String target = row.textOrNull("UNIQUE_CONSTRAINT_NAME");
        Key there = target == null ? null : keys.get(new Id(row.text("UNIQUE_CONSTRAINT_SCHEMA"), target));
        return there == null
                ? null
                : new Reference(there, new ArrayList<>(), row.text("DELETE_RULE"), row.text("UPDATE_RULE"));
    }

    Collection<Key> all() {
        return keys.values();
    }

    List<String> columns(Key key) {
        List<String> index = indexed.getOrDefault(key.id(), List.of());
        int count = key.told().size();
        if (key.reference() == null) {
            return index.size() == count ? index : key.told();
        }
        // The index behind a foreign key may have the columns in another order, and more of them.
        Set<String> now = used.getOrDefault(key.id(), Set.of());
        boolean right = key.told().stream().allMatch(it -> now.contains(key.table() + '\0' + it));
        return right || index.size() < count ? key.told() : index.subList(0, count);
    }

    List<String> targetColumns(Reference reference) {
        List<String> target = columns(reference.target());
        return reference.positions().stream().map(it -> target.get(it - 1)).toList();
    }
}
