package dev.mig.jdbc.inspect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of an H2 database, those behind constraints too.
 *
 * <p>Here and wherever H2 is asked, views of its information schema are joined in Java: they have no keys, so that H2
 * would compare every row with every other one.
 */
record H2Indexes(Map<Stored, Index> all) {
    record Stored(String schema, String name) {}

    /** @param generated whether it belongs to a constraint */
    record Index(String schema, String table, String name, String type, boolean generated, List<Element> elements) {
        boolean isUnique() {
            return type.startsWith("UNIQUE");
        }

        List<String> columns() {
            return elements.stream().map(Element::column).toList();
        }
    }

    /** @param key whether it counts for a unique index, and is not merely included */
    record Element(
            String column, boolean descending, @Nullable String nulls, boolean key) {}

    static H2Indexes ask(CatalogueQueries questions, H2Filter filter) throws SQLException {
        Map<Stored, Index> all = new LinkedHashMap<>();
        questions.ask(
                "select * from information_schema.indexes where " + filter.of("table")
                        + " order by table_schema, table_name, index_name",
                filter.parameters(),
                row -> all.put(
                        new Stored(row.text("INDEX_SCHEMA"), row.text("INDEX_NAME")),
                        new Index(
                                row.text("TABLE_SCHEMA"),
                                row.text("TABLE_NAME"),
                                row.text("INDEX_NAME"),
                                row.text("INDEX_TYPE_NAME"),
                                row.is("IS_GENERATED"),
                                new ArrayList<>())));
        questions.ask(
                "select * from information_schema.index_columns where " + filter.of("table")
                        + " order by ordinal_position",
                filter.parameters(),
                row -> {
                    Index index = all.get(new Stored(row.text("INDEX_SCHEMA"), row.text("INDEX_NAME")));
                    if (index != null) {
                        index.elements()
                                .add(new Element(
                                        row.text("COLUMN_NAME"),
                                        "DESC".equals(row.textOrNull("ORDERING_SPECIFICATION")),
                                        row.textOrNull("NULL_ORDERING"),
                                        row.is("IS_UNIQUE")));
                    }
                });
        return new H2Indexes(all);
    }
}
