package dev.mig.script;

import dev.mig.model.SqlValue;

/**
 * The only place where a value becomes SQL text.
 *
 * <p>Words and expressions are no values: dialects write them.
 *
 * @param backslashEscapes whether a backslash in a string means something to the database, so that it must be doubled
 */
public record Literals(boolean backslashEscapes, String yes, String no) {

    public String of(SqlValue value) {
        return switch (value) {
            case SqlValue.Text(String text) -> string(text);
            case SqlValue.Number(String written) -> written;
            case SqlValue.Bool(boolean it) -> it ? yes : no;
            case SqlValue.Null() -> "null";
            case SqlValue.Default() -> "default";
            case SqlValue.Keyword(var word) -> word.written();
            case SqlValue.Expression(String sql) -> sql;
            case SqlValue.Call(var function, String arguments) -> function + arguments;
        };
    }

    public String string(String text) {
        String escaped = text.replace("'", "''");
        return "'" + (backslashEscapes ? escaped.replace("\\", "\\\\") : escaped) + "'";
    }
}
