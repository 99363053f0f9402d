package dev.mig.jdbc.inspect;

import dev.mig.model.Folding;
import dev.mig.model.Index;
import java.util.Set;

/** Parses a {@code create index} statement stored by SQLite. */
final class SqliteIndex {
    private SqliteIndex() {}

    /** @throws SqlCursor.Unreadable where it is no such statement */
    static void read(String text, IndexParts index) {
        SqlCursor sql = new SqlCursor(text);
        boolean unique = sql.takeWords("create", "unique", "index");
        index.unique(unique);
        while (!sql.isSign("(")) {
            sql.next();
        }
        sql.expect("(");
        do {
            element(sql.until(Set.of(",", ")", "asc", "desc")), sql, index);
        } while (sql.take(","));
        sql.expect(")");
        if (sql.takeWords("where")) {
            index.where(sql.until(Set.of(";")));
        }
    }

    private static void element(String text, SqlCursor sql, IndexParts index) {
        boolean descending = sql.takeWords("desc");
        if (!descending) {
            sql.takeWords("asc");
        }
        SqlCursor inner = new SqlCursor(text);
        boolean bracket = inner.isSign("(");
        String name = bracket ? text : inner.name();
        Index.Key key = bracket || !inner.isAtEnd()
                ? IndexParts.expression(text)
                : new Index.ColumnKey(Folding.IGNORED.stored(name));
        index.element(key, null, descending, null);
    }
}
