package dev.mig.files;

import dev.mig.model.RawSql;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Mig;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.SqlFile;
import java.util.Optional;

/**
 * The text behind the checksum of a {@code .sql} revision's meaning: equal for two revisions only if they do the same
 * on every database. It consists of the sections without comments and layout, and the timeouts.
 *
 * <p>The database is not known here. Comments and layout are therefore removed only where all databases agree on what
 * is a string and what is a comment; elsewhere everything counts, so that in doubt an applied file looks edited
 * rather than unedited.
 */
final class SqlMeaning {
    private SqlMeaning() {}

    /** Empty for a text that cannot be read. */
    static Optional<String> of(Source revision) {
        return Optional.ofNullable(Mig.parseSql(revision).tree()).map(SqlMeaning::of);
    }

    private static String of(SqlFile file) {
        Header.Timeouts timeouts = file.header().timeouts();
        String wayBack = switch (file.downgrade()) {
            case SqlFile.Section(Span sql) -> "downgrade\n" + canonical(sql.text());
            case SqlFile.Nothing it -> "downgrade nothing";
            case SqlFile.None it -> "downgrade none";
        };
        return timeouts.lock() + " " + timeouts.statement() + "\nupgrade\n"
                + canonical(file.upgrade().text()) + "\n" + wayBack;
    }

    private static String canonical(String sql) {
        if (sql.chars().anyMatch(it -> "\\$#[".indexOf(it) >= 0)) {
            return sql.strip();
        }
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (RawSql.Token token : RawSql.tokens(sql)) {
            if (token.kind() == RawSql.Kind.BLANK || isMereComment(token)) {
                gap = true;
            } else {
                text.append(gap && !text.isEmpty() ? " " : "").append(token.text());
                gap = false;
            }
        }
        return text.toString();
    }

    /** Hints are comments that mean something, and two dashes without a blank are an operator for MySQL. */
    private static boolean isMereComment(RawSql.Token token) {
        String text = token.text();
        return token.kind() == RawSql.Kind.COMMENT
                && !text.startsWith("/*!")
                && !text.startsWith("/*+")
                && !text.startsWith("--+")
                && (text.startsWith("/*") || text.equals("--") || Character.isWhitespace(text.charAt(2)));
    }
}
