package dev.mig.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses columns and constraints in SQL syntax and prints them as items: good enough for a hint, which is parsed
 * again before it is shown.
 */
final class SqlColumns {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BACKQUOTED = Pattern.compile("`([^`]*)`");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Replacements from SQL to this language, in order. */
    private record Spelling(Pattern sql, String here) {
        static Spelling of(String sql, String here) {
            return new Spelling(Pattern.compile("\\b" + sql + "(?!\\w)", Pattern.CASE_INSENSITIVE), here);
        }
    }

    private static final List<Spelling> SPELLINGS = List.of(
            Spelling.of("(?:auto_increment|autoincrement)", "identity"),
            Spelling.of("generated\\s+by\\s+default\\s+as\\s+identity", "identity"),
            Spelling.of("generated\\s+always\\s+as\\s+identity", "identity always"),
            Spelling.of("bigserial", "bigint identity"),
            Spelling.of("smallserial", "smallint identity"),
            Spelling.of("serial", "integer identity"),
            Spelling.of("(smallint|int|integer|bigint) ?\\( ?\\d+ ?\\)", "$1"),
            Spelling.of("(?:unsigned|zerofill)", ""),
            Spelling.of("varchar2", "varchar"),
            Spelling.of("nvarchar", "varchar"),
            Spelling.of("jsonb", "json"),
            Spelling.of("datetime", "timestamp"),
            Spelling.of("default\\s+now(?!\\s*\\()", "default now()"));

    private SqlColumns() {}

    static List<String> items(String inside) {
        List<String> items = new ArrayList<>();
        for (String sql : split(COMMENT.matcher(inside).replaceAll(" "))) {
            String item = ours(sql.strip().replaceAll("\\s+", " "));
            if (!item.isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }

    private static String ours(String sql) {
        String item = withoutBackquotes(sql);
        for (Spelling spelling : SPELLINGS) {
            item = spelling.sql.matcher(item).replaceAll(spelling.here);
        }
        item = item.replaceAll("(?i)(?<!not |default |set )\\bnull\\b", "");
        return item.replaceAll(" {2,}", " ").strip();
    }

    /** Names in backquotes as they are written here. */
    static String withoutBackquotes(String sql) {
        return BACKQUOTED.matcher(sql).replaceAll(it -> Matcher.quoteReplacement(name(it.group(1))));
    }

    private static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The comma-separated items of a list in brackets. */
    static List<String> split(String list) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == ',' && depth == 0) {
                items.add(list.substring(from, i));
                from = i + 1;
            }
        }
        items.add(list.substring(from));
        return items;
    }
}
