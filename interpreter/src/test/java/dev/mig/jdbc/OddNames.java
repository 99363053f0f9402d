package dev.mig.jdbc;

import dev.mig.model.Database;
import dev.mig.script.Revisions;
import dev.mig.script.SqlStyle;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that something may have, and revisions in which everything that can have a name has such a one. */
final class OddNames {
    private static final int POSTGRESQL = 63;
    private static final int MYSQL = 64;
    private static final int H2 = 256;
    /** Copying a table into one with another column, H2 calls its parts by both names at once for a while. */
    private static final int ROOM = H2 / 2 + 16;

    private static final int MOST_KEY_PARTS = 16;

    /** What makes a name new. */
    static final List<String> STATEMENTS_WITH_NEW_NAMES = List.of(
            "create table \"{0}\" { a integer }",
            "create table u { \"{0}\" integer }",
            "create table u { a integer, constraint \"{0}\" unique (a) }",
            "create index \"{0}\" on t (a)",
            "create view \"{0}\" as \"\"\" select 1 as x \"\"\"",
            "rename table t to \"{0}\"",
            "rename index i on t to \"{0}\"",
            "alter table t rename column a to \"{0}\"",
            "alter table t add column \"{0}\" integer",
            "alter table t add constraint \"{0}\" unique (a)");

    private static final String MADE = """
        create table "•0" {
          column "•1" bigint
          column "•2" varchar(20) not null default 'x'
          column "•3" bigint

          constraint "•4" primary key ("•1")
          constraint "•5" unique ("•2")
          constraint "•7" foreign key ("•3") references "•0" ("•1")
        }
        comment on column "•0"."•2" 'what it is for'
        create index "•6" on "•0" ("•3")
        insert into "•0" ("•1", "•2") values (1, 'a')
        update "•0" set "•3" = 1 where (1 = 1)
        create view "•v" as \"\"\" select 1 as x \"\"\"
        create type "•e" as enum ('a', 'b')
        on postgresql, h2, mariadb {
          create sequence "•s"
        }
        """;

    private static final String CHANGED = """
        rename table "•0" to "•a"
        alter table "•a" {
          rename column "•2" to "•b"
          drop constraint "•7"
          add column "•d" bigint references "•a" ("•1")
        }
        rename index "•6" on "•a" to "•f"
        drop index "•f" on "•a"
        alter table "•a" drop column "•3"
        delete from "•a" where (1 = 2) reverse nothing
        rename view "•v" to "•w"
        drop type "•e"
        on postgresql, h2, mariadb {
          drop sequence "•s"
        }
        """;

    private OddNames() {}

    /**
     * A name, and others like it.
     *
     * @param pattern with a bullet where they differ
     * @param why a database does not take it; empty where it does
     */
    record Name(String pattern, String why) {
        /** As it stands between quotes. */
        String written(String which) {
            return of(which).replace("\"", "\"\"").replace("${", "$${");
        }

        String of(String which) {
            return pattern.replace("•", which);
        }

        @Override
        public String toString() {
            return pattern.length() < 40
                    ? "«" + pattern + "»"
                    : pattern.codePointCount(0, pattern.length()) + " characters";
        }
    }

    private static final List<String> EVERYWHERE = List.of(
            "Order Details •",
            "MixedCase•",
            "UPPER•",
            "lower•",
            "it's •",
            "a\"b•",
            "a\"•\"",
            "a`b•",
            "[x•]",
            "a]b•",
            "--•",
            "/*•",
            "*/•",
            "(•",
            ")•",
            "a,b•",
            ";•",
            "a.b•",
            "\\•",
            "%•",
            "?•",
            "{fn •}",
            "{•",
            "${name}•",
            ":name•",
            "@x•",
            "#•",
            "$$•$$",
            "$1•",
            "'•",
            " •",
            "größe•",
            "ǅ•",
            "İ•",
            "名前•",
            "•tab\there",
            "x".repeat(62) + "•");

    /** Those that are not too much for a database. */
    static Stream<Name> taken(SqlStyle style) {
        Stream<String> more = Stream.of("\uD83D\uDE00•", "• ");
        return switch (style.database()) {
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB ->
                names(EVERYWHERE, more, Stream.of("x" + "é".repeat(30) + "y•", "\uD83D\uDE00".repeat(15) + "yz•"));
            case MYSQL, MARIADB ->
                names(EVERYWHERE, Stream.of("x".repeat(MYSQL - 1) + "•", "é".repeat(MYSQL - 1) + "•"), Stream.of());
            case H2 -> names(EVERYWHERE, more, Stream.of("é".repeat(H2 - ROOM) + "•"));
            case SQLITE -> names(EVERYWHERE, more, Stream.of("x".repeat(H2) + "•"));
        };
    }

    static Stream<Name> refused(SqlStyle style) {
        return switch (style.database()) {
            case POSTGRESQL, COCKROACHDB, YUGABYTEDB ->
                Stream.of(
                        new Name("x".repeat(POSTGRESQL) + "•", "which takes 63 bytes"),
                        new Name("é".repeat(31) + "y•", "which takes 63 bytes"));
            case MYSQL, MARIADB ->
                Stream.of(
                        new Name("x".repeat(MYSQL) + "•", "which takes 64 characters"),
                        new Name("\uD83D\uDE00•", "a character above U+FFFF or a blank at the end"),
                        new Name("•\t", "a character above U+FFFF or a blank at the end"),
                        new Name("• ", "a character above U+FFFF or a blank at the end"));
            case H2 -> Stream.of(new Name("x".repeat(H2) + "•", "which takes 256 characters"));
            case SQLITE -> Stream.of();
        };
    }

    private static Stream<Name> names(List<String> some, Stream<String> more, Stream<String> yetMore) {
        return Stream.of(some.stream(), more, yetMore).flatMap(it -> it).map(it -> new Name(it, ""));
    }

    /** In lower case. */
    static List<String> reserved() {
        return Stream.of(Database.POSTGRESQL, Database.MYSQL, Database.MARIADB, Database.SQLITE, Database.H2)
                .map(it -> Revisions.dialect(it).style().reserved())
                .flatMap(Collection::stream)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** One table of such columns. */
    static Revisions columns(List<String> words) {
        StringBuilder made = new StringBuilder("upgrade {\n  create table t {\n    id bigint primary key\n");
        words.forEach(it -> made.append("    column ").append(it).append(" integer\n"));
        for (int from = 0; from < words.size(); from += MOST_KEY_PARTS) {
            List<String> some = words.subList(from, Math.min(words.size(), from + MOST_KEY_PARTS));
            made.append("    constraint u")
                    .append(from)
                    .append(" unique (")
                    .append(String.join(", ", some))
                    .append(")\n");
        }
        made.append("  }\n}\ndowngrade auto");
        StringBuilder changed = new StringBuilder("upgrade {\n");
        changed.append("  insert into t (id, %s) values (1, %s)\n"
                .formatted(String.join(", ", words), String.join(", ", Collections.nCopies(words.size(), "1"))));
        changed.append("  update t set ")
                .append(String.join(" = 2, ", words))
                .append(" = 2 where (id = 1) reverse nothing\n");
        changed.append("  alter table t {\n");
        // Not _rowid_, which is first: SQLite keeps it for its row number, whatever else it is.
        for (int at = 1; at < words.size(); at += 8) {
            changed.append("    rename column %1$s to %1$s_2\n".formatted(words.get(at)));
        }
        changed.append("  }\n}\ndowngrade auto");
        return Revisions.none().add("a1", made.toString()).add("b2", changed.toString());
    }

    /** Tables called by some of them, each with such a column. */
    static Revisions tables(List<String> words) {
        StringBuilder made = new StringBuilder("upgrade {\n");
        for (String word : words) {
            made.append("  create table ")
                    .append(word)
                    .append(" { column ")
                    .append(word)
                    .append(" integer }\n");
            made.append("  insert into ").append(word).append(" (").append(word).append(") values (1)\n");
        }
        return Revisions.none().add("a1", made.append("}\ndowngrade auto").toString());
    }

    /** Everything that has a name, made; changed; and all of it back again. */
    static Revisions revisions(List<Name> names) {
        return Revisions.none()
                .add("a1", "upgrade {\n" + named(names, MADE) + "}\ndowngrade auto")
                .add("b2", "upgrade {\n" + named(names, CHANGED) + "}\ndowngrade auto");
    }

    private static String named(List<Name> names, String text) {
        Pattern place = Pattern.compile("•(.)");
        return names.stream()
                .map(name -> place.matcher(text).replaceAll(it -> Matcher.quoteReplacement(name.written(it.group(1)))))
                .collect(Collectors.joining());
    }
}
