package dev.mig.script;

import dev.mig.source.Source;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lays out statements and comments in a file so that the database's own client, and {@link SqlSplitter}, read them
 * back correctly.
 */
final class SqlLayout {
    private static final List<String> DELIMITERS = List.of("//", "$$", ";;", "|");

    private final SqlLexicon lexicon;
    private final Consumer<String> text;

    /** @param text takes whole lines, one or several at a time, with the line ends */
    SqlLayout(SqlLexicon lexicon, Consumer<String> text) {
        this.lexicon = lexicon;
        this.text = text;
    }

    void blank() {
        text.accept("\n");
    }

    /** Remains a comment, whatever its length. */
    void comment(String words) {
        words.lines().forEach(it -> text.accept(("-- " + it).stripTrailing() + "\n"));
    }

    void statement(String sql) {
        String bare = bare(sql);
        // The client cuts at every semicolon that is not quoted, also inside a stored program.
        if (lexicon.delimiterCommand() && inner(bare)) {
            String delimiter = DELIMITERS.stream()
                    .filter(it -> !bare.contains(it))
                    .findFirst()
                    .orElse("//mig//");
            text.accept("delimiter " + delimiter + "\n");
            ended(bare, delimiter);
            text.accept("delimiter ;\n");
        } else {
            ended(bare, ";");
        }
    }

    /** Whether a client that does not know stored programs would see more than one statement. */
    private boolean inner(String sql) {
        SqlLexicon naive = lexicon.withoutBodies();
        return SqlSplitter.split(new Source("", sql), naive).size() > 1;
    }

    /** Without a delimiter of its own, which would make an empty statement of ours. */
    private String bare(String sql) {
        List<SqlSplitter.Piece> pieces = SqlSplitter.split(new Source("", sql), lexicon);
        return pieces.size() == 1 ? pieces.getFirst().sql() : sql;
    }

    private void ended(String sql, String delimiter) {
        String last = sql.substring(sql.lastIndexOf('\n') + 1);
        // It may end with a comment, which would swallow the delimiter.
        boolean apart = last.contains("--") || last.contains("#") || last.contains("//");
        text.accept(sql + (apart ? "\n" : "") + delimiter + "\n");
    }
}
