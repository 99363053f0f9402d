package dev.mig.jdbc.inspect;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Parses the check condition that restricts a SQLite column to the values of an enum. */
final class SqliteEnum {
    private SqliteEnum() {}

    /** Empty for any other condition than that the column is one of some texts. */
    static List<String> values(String condition, Identifier column) {
        try {
            SqlCursor sql = new SqlCursor(condition);
            sql.expect("(");
            boolean own = Folding.IGNORED.same(Folding.IGNORED.stored(sql.name()), column);
            if (!own || !sql.takeWords("in")) {
                return List.of();
            }
            sql.expect("(");
            List<String> values = new ArrayList<>();
            do {
                if (!sql.isString()) {
                    return List.of();
                }
                values.add(sql.name());
            } while (sql.take(","));
            sql.expect(")");
            sql.expect(")");
            return sql.isAtEnd() ? values : List.of();
        } catch (SqlCursor.Unreadable other) {
            return List.of();
        }
    }
}
