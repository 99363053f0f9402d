package dev.mig.script;

import dev.mig.script.SqliteTokens.Kind;
import dev.mig.script.SqliteTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Names inside the texts of the schema table. */
final class SqliteNames {
    private SqliteNames() {}

    /** A text in which the name that follows the first of some words is another one, given as SQL spells it. */
    static String replaced(String sql, String word, String to) {
        List<Token> tokens = new ArrayList<>(SqliteTokens.of(sql));
        int at = after(tokens, 0, word);
        while (at < tokens.size()
                && (tokens.get(at).isWord("if")
                        || tokens.get(at).isWord("not")
                        || tokens.get(at).isWord("exists"))) {
            at = significant(tokens, at + 1);
        }
        if (at < tokens.size()) {
            tokens.set(at, new Token(Kind.QUOTED, to));
        }
        return SqliteTokens.text(tokens);
    }

    /** A trigger's text as SQLite keeps it: its first words are always the same, and nothing follows its end. */
    static String trigger(String create) {
        List<Token> tokens = SqliteTokens.of(create.strip());
        int at = afterExistence(tokens, after(tokens, 0, "trigger"));
        String text = SqliteTokens.text(tokens.subList(Math.min(at, tokens.size()), tokens.size()));
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        return "CREATE TRIGGER " + text;
    }

    /** Whether a trigger's text says that it belongs to this table or view. */
    static boolean isOn(String trigger, String table) {
        List<Token> tokens = SqliteTokens.of(trigger);
        int at = after(tokens, 0, "on");
        return at < tokens.size() && tokens.get(at).key().equals(table);
    }

    private static int afterExistence(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size()
                && (tokens.get(at).isWord("if")
                        || tokens.get(at).isWord("not")
                        || tokens.get(at).isWord("exists"))) {
            at = significant(tokens, at + 1);
        }
        return at;
    }

    private static int after(List<Token> tokens, int from, String word) {
        int at = from;
        while (at < tokens.size() && !tokens.get(at).isWord(word)) {
            at++;
        }
        return significant(tokens, at + 1);
    }

    private static int significant(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).kind() == Kind.BLANK) {
            at++;
        }
        return at;
    }
}
