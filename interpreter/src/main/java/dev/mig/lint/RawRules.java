package dev.mig.lint;

import dev.mig.model.RawSql;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules about raw SQL, from its first words only; the SQL is not parsed. */
final class RawRules {
    /** @param graded whether it matters only where locks are graded */
    private record Rule(Pattern words, boolean graded, String what, String instead) {
        Rule(String words, boolean graded, String what, String instead) {
            this(Pattern.compile(words), graded, what, instead);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "truncate\\b.*\\bcascade\\b.*",
                    false,
                    "truncate … cascade empties every table that refers to these, whoever made it",
                    "name the tables that are meant, and leave cascade out"),
            new Rule(
                    "truncate\\b.*",
                    true,
                    "truncate waits for everybody who uses the table, and everybody waits behind it",
                    "delete from … batch 5000"),
            new Rule(
                    "drop database\\b.*",
                    false,
                    "a database goes with everything in it, and nothing brings it back",
                    "leave that to whoever runs the server"),
            new Rule(
                    "(vacuum (full|\\([^)]*\\bfull\\b)|cluster)\\b.*",
                    true,
                    "the table is written again, and nobody can use it meanwhile",
                    "plain vacuum, or a tool that repacks a table beside its users"),
            new Rule(
                    "reindex\\b(?!.*\\bconcurrently\\b).*",
                    true,
                    "nobody can write to the table until the index is built again",
                    "outside transaction { sql \"\"\" reindex … concurrently … \"\"\" }"),
            new Rule(
                    "create (unique )?index\\b(?!.*\\bconcurrently\\b).*",
                    true,
                    "nobody can write to the table until the index is built",
                    "create index concurrently … on …, which needs no raw SQL"),
            new Rule(
                    "alter table\\b.*\\bdetach partition\\b(?!.*\\bconcurrently\\b).*",
                    true,
                    "nobody can use the table until the partition is detached",
                    "outside transaction { sql \"\"\" alter table … detach partition … concurrently \"\"\" }"),
            new Rule(
                    "lock table\\b.*",
                    true,
                    "the lock is held until the revision is done",
                    "leave it out: each statement takes the lock that it needs"));

    private static final Pattern TRANSACTION =
            Pattern.compile("(begin|commit|rollback|abort|end|start transaction|prepare transaction)( .*)?");

    private final Locking locking;
    private final Findings findings;

    RawRules(Locking locking, Findings findings) {
        this.locking = locking;
        this.findings = findings;
    }

    /** @param sql one statement */
    void look(String sql, Span span) {
        String words = words(sql);
        if (TRANSACTION.matcher(words).matches()) {
            findings.error(
                    Code.TRANSACTION_IN_SQL,
                    span,
                    span,
                    "the transaction of the revision ends here, and with it what holds the revision together",
                    "leave it out; what must not run in a transaction stands in: outside transaction { … }");
            return;
        }
        RULES.stream()
                .filter(it -> locking == Locking.GRADED || !it.graded())
                .filter(it -> it.words().matcher(words).matches())
                .findFirst()
                .ifPresent(it -> findings.warn(Code.RAW_SQL_RISKS, span, span, it.what(), it.instead()));
    }

    /** In small letters, a blank between two words, without comments and without what stands in quotes. */
    private static String words(String sql) {
        return RawSql.tokens(sql).stream()
                .map(it -> switch (it.kind()) {
                    case COMMENT, BLANK -> " ";
                    case STRING -> "''";
                    case QUOTED -> "\"\"";
                    case WORD, OTHER -> it.text().toLowerCase(Locale.ROOT);
                })
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replaceFirst(";\\s*$", "")
                .strip();
    }
}
