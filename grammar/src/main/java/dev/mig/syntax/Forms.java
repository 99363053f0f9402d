package dev.mig.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * How a statement, an item or an action is written, by the words that it begins with: the way on where nothing better
 * is known than that it could not be read. The usual form only; the whole of it stands in the README.
 */
final class Forms {
    private static final String IT_IS = "it is written: ";

    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("create table", "create table T { C type … }"),
            Map.entry("create index", "create index on T (C)"),
            Map.entry("create unique", "create unique index on T (C)"),
            Map.entry("create type", "create type N as enum ('a', 'b')"),
            Map.entry("create sequence", "create sequence N start 1 increment 1"),
            Map.entry("create schema", "create schema N"),
            Map.entry("create view", "create view N as \"\"\" select … \"\"\""),
            Map.entry("create or", "create or replace view N as \"\"\" select … \"\"\""),
            Map.entry("create materialized", "create materialized view N as \"\"\" select … \"\"\""),
            Map.entry("create object", "create object KIND N \"\"\" create … \"\"\""),
            Map.entry("drop table", "drop table T"),
            Map.entry("drop index", "drop index N, or drop index on T (C)"),
            Map.entry("drop type", "drop type N"),
            Map.entry("drop sequence", "drop sequence N"),
            Map.entry("drop schema", "drop schema N"),
            Map.entry("drop view", "drop view N"),
            Map.entry("drop materialized", "drop materialized view N"),
            Map.entry("drop object", "drop object KIND N"),
            Map.entry("rename table", "rename table T to N"),
            Map.entry("rename index", "rename index N to N"),
            Map.entry("rename view", "rename view N to N"),
            Map.entry("rename sequence", "rename sequence N to N"),
            Map.entry("rename type", "rename type N to N"),
            Map.entry("rename schema", "rename schema N to N"),
            Map.entry("rename column", "alter table T rename column C to C"),
            Map.entry("rename constraint", "alter table T rename constraint N to N"),
            Map.entry("drop column", "alter table T drop column C"),
            Map.entry("drop constraint", "alter table T drop constraint N"),
            Map.entry("add", "alter table T add column C type"),
            Map.entry("comment", "comment on table T 'text', or comment on column T.C 'text'"),
            Map.entry("alter type", "alter type N add value 'c', or alter type N rename value 'a' to 'b'"),
            Map.entry("refresh", "refresh materialized view N"),
            Map.entry("insert", "insert into T (C, C) values (1, 'a'), (2, 'b')"),
            Map.entry("update", "update T set C = 1 where (C = 2)"),
            Map.entry("delete", "delete from T where (C = 1)"),
            Map.entry("load", "load 'rows.csv' into T"),
            Map.entry("sql", "sql \"\"\" one statement \"\"\""),
            Map.entry("script", "script \"\"\" some; statements; \"\"\", or script file 'name.sql'"),
            Map.entry("on", "on postgresql, h2 { … } else { … }"),
            Map.entry("outside", "outside transaction { … }"),
            Map.entry("require", "require (select … ) else 'what is wrong'"));

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("add constraint", "add constraint N unique (C)"),
            Map.entry("add primary", "add primary key (C)"),
            Map.entry("add unique", "add unique (C)"),
            Map.entry("add check", "add check (C > 0)"),
            Map.entry("add foreign", "add foreign key (C) references T (C)"),
            Map.entry("add", "add column C type"),
            Map.entry("drop constraint", "drop constraint N"),
            Map.entry("drop primary", "drop primary key"),
            Map.entry("drop unique", "drop unique (C)"),
            Map.entry("drop foreign", "drop foreign key (C)"),
            Map.entry("drop", "drop column C"),
            Map.entry("rename constraint", "rename constraint N to N"),
            Map.entry("rename", "rename column C to C"),
            Map.entry("alter", "alter column C type integer, or set not null, drop default …"),
            Map.entry("validate", "validate constraint N"),
            Map.entry("set", "set schema N"));

    private static final Map<String, String> ITEMS = Map.of(
            "constraint", "constraint N unique (C)",
            "primary", "primary key (C)",
            "unique", "unique (C)",
            "check", "check (C > 0)",
            "foreign", "foreign key (C) references T (C)",
            "", "C type not null default 1");

    private Forms() {}

    /**
     * A hint.
     *
     * @param rule that of a statement, an item or an action which begins at {@code start}
     */
    static Optional<String> of(int rule, List<Token> tokens, int start) {
        String first = word(tokens, start);
        String both = first + " " + word(tokens, start + 1);
        return switch (rule) {
            case MigParser.RULE_statement ->
                both.equals("alter table")
                        ? alterTable(tokens, start + 2)
                        : form(STATEMENTS, both, first)
                                .or(() ->
                                        Optional.of("SQL that has no form here is sent as it is: sql \"\"\" … \"\"\""));
            case MigParser.RULE_action -> form(ACTIONS, both, first);
            case MigParser.RULE_item -> form(ITEMS, first, "");
            default -> Optional.empty();
        };
    }

    private static Optional<String> alterTable(List<Token> tokens, int table) {
        int at = table + 1;
        while (at + 1 < tokens.size() && tokens.get(at).getType() == MigLexer.DOT) {
            at += 2;
        }
        String first = word(tokens, at);
        String both = first + " " + word(tokens, at + 1);
        String action = form(ACTIONS, both, first).orElse("add column C type");
        return Optional.of(IT_IS + "alter table T " + action.replace(IT_IS, ""));
    }

    private static Optional<String> form(Map<String, String> forms, String longer, String shorter) {
        String form = forms.get(longer);
        return Optional.ofNullable(form == null ? forms.get(shorter) : form).map(IT_IS::concat);
    }

    private static String word(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).getType() != Token.EOF
                ? tokens.get(at).getText().toLowerCase(Locale.ROOT)
                : "";
    }
}
