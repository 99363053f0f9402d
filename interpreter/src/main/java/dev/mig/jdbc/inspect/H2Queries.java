package dev.mig.jdbc.inspect;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What materialized views select: H2's information schema keeps it to itself, its script does not. */
final class H2Queries {
    private static final String START = "CREATE FORCE MATERIALIZED VIEW ";
    private static final String BEFORE_QUERY = " AS\n";

    private H2Queries() {}

    /**
     * Empty for users who may not run {@code script}.
     *
     * @param asked whether there is any such view: a script is a long answer
     */
    static Map<String, String> of(CatalogueQueries questions, boolean asked) throws SQLException {
        Map<String, String> queries = new HashMap<>();
        boolean[] admin = {false};
        if (asked) {
            questions.ask(
                    "select is_admin from information_schema.users where user_name = current_user",
                    row -> admin[0] = row.is("IS_ADMIN"));
        }
        if (admin[0]) {
            questions.ask("script nodata nopasswords nosettings", row -> {
                String statement = row.text("SCRIPT");
                int query = statement.indexOf(BEFORE_QUERY);
                if (statement.startsWith(START) && query > 0) {
                    queries.put(
                            statement.substring(START.length(), query),
                            statement.substring(query + BEFORE_QUERY.length()).replaceFirst(";\\s*$", ""));
                }
            });
        }
        return queries;
    }

    static String key(String schema, String view) {
        return quoted(schema) + "." + quoted(view);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
