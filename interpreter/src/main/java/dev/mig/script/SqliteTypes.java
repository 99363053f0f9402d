package dev.mig.script;

import java.util.Locale;

/** The column affinity that SQLite derives from a type name. */
final class SqliteTypes {
    static final String ONLY_KEYS = "SQLite numbers only a column that is the whole primary key";
    static final String KEY_WAY_OUT = "make it the key: %s bigint identity primary key";

    private SqliteTypes() {}

    /**
     * The name for a table that is STRICT, which takes only six. Whatever the column could hold before it can hold
     * still: https://www.sqlite.org/stricttables.html.
     */
    static String strict(String type) {
        String name = type.toUpperCase(Locale.ROOT);
        if (name.equals("ANY")) {
            return type;
        }
        if (name.contains("INT") || name.startsWith("BOOL")) {
            return "integer";
        }
        if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return "text";
        }
        if (name.contains("BLOB")) {
            return "blob";
        }
        if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
            return "real";
        }
        return name.startsWith("DATE") || name.startsWith("TIME") ? "text" : "any";
    }
}
