package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Forms of {@code alter} from other SQL dialects, and their equivalents. */
final class AlterHints {
    private AlterHints() {}

    /** {@code alter table t rename to u}. */
    static @Nullable Diagnostic alterTableRename(BrokenElement it) {
        int rename;
        int table;
        if (it.isStatement() && it.has(it.start(), MigLexer.ALTER, MigLexer.TABLE)) {
            table = it.start() + 2;
            rename = it.afterName(table);
        } else if (it.rule() == MigParser.RULE_action) {
            rename = it.start();
            table = table(it);
        } else {
            return null;
        }
        if (table < 0 || !it.has(rename, MigLexer.RENAME, MigLexer.TO) || it.isLineEnd(rename + 2)) {
            return null;
        }
        String names = it.text(table, it.afterName(table)) + " to " + it.text(rename + 2, it.afterName(rename + 2));
        return Diagnostic.error(
                Code.ALTER_TABLE_RENAME,
                it.span(rename, it.afterName(rename + 2)),
                "a table is renamed by a statement of its own",
                "rename table " + names);
    }

    /** Index of the table's name that an action belongs to, or -1. */
    private static int table(BrokenElement it) {
        for (int i = it.start() - 1; i > 0; i--) {
            if (it.has(i - 1, MigLexer.ALTER, MigLexer.TABLE)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** {@code alter type a rename to b}, and the same of a view, an index, a sequence, a schema. */
    static @Nullable Diagnostic alterOtherRename(BrokenElement it) {
        int kind = it.start() + 1;
        boolean ours = it.hasWord(kind, Set.of("type", "view", "index", "sequence", "schema"));
        if (!it.isStatement() || it.type(it.start()) != MigLexer.ALTER || !ours) {
            return null;
        }
        int rename = it.afterName(kind + 1);
        if (!it.has(rename, MigLexer.RENAME, MigLexer.TO) || it.isLineEnd(rename + 2)) {
            return null;
        }
        String what = it.word(kind);
        String renamed = "rename " + what + " " + it.text(kind + 1, rename) + " " + it.text(rename + 1, rename + 3);
        return Diagnostic.error(
                Code.ALTER_TYPE_RENAME,
                it.span(it.start(), rename + 3),
                (what.equals("index") ? "an " : "a ") + what + " is renamed by a statement of its own",
                renamed);
    }

    /** {@code modify c type …} and {@code change a b type …}, as an action or where one should stand. */
    static @Nullable Diagnostic modifyColumn(BrokenElement it) {
        int verb = it.isStatement() && it.has(it.start(), MigLexer.ALTER, MigLexer.TABLE)
                ? it.afterName(it.start() + 2)
                : it.start();
        if (it.isItem() || !it.hasWord(verb, Set.of("modify", "change"))) {
            return null;
        }
        int name = verb + (it.type(verb + 1) == MigLexer.COLUMN ? 2 : 1);
        List<String> actions = new ArrayList<>();
        int now = name;
        if (it.word(verb).equals("change")) {
            now = name + 1;
            if (!it.word(name).equals(it.word(now))) {
                actions.add("rename column " + it.text(name, name + 1) + " to " + it.text(now, now + 1));
            }
        }
        int type = now + 1;
        int after =
                RuleMatch.of(MigParser.RULE_type, it.tokens(), type, Set.of()).stop();
        if (after <= type) {
            return null;
        }
        String column = "alter column " + it.text(now, now + 1);
        actions.add(column + " type " + it.text(type, after));
        if (it.has(after, MigLexer.NOT, MigLexer.NULL)) {
            actions.add(column + " set not null");
        }
        String line = it.isStatement()
                ? it.text(it.start(), verb)
                        + (actions.size() == 1 ? " " + actions.getFirst() : " { " + String.join("; ", actions) + " }")
                : it.line(String.join("; ", actions));
        return Diagnostic.error(Code.MODIFY_COLUMN, it.span(verb), "a column is altered one property at a time", line);
    }

    /** {@code add column if not exists c …}. */
    static @Nullable Diagnostic columnIfNotExists(BrokenElement it) {
        int at = it.find(MigLexer.IF);
        if (it.isItem() || at <= it.start() || !it.has(at, MigLexer.IF, MigLexer.NOT, MigLexer.EXISTS)) {
            return null;
        }
        int add = it.type(at - 1) == MigLexer.COLUMN ? at - 2 : at - 1;
        if (it.type(add) != MigLexer.ADD) {
            return null;
        }
        String line = it.line(it.with(Map.of(at, "", at + 1, "", at + 2, "")));
        return Diagnostic.error(
                Code.COLUMN_IF_NOT_EXISTS,
                it.span(at, at + 3),
                "a revision knows whether the column exists, so it is added without a condition",
                line);
    }

    /** {@code alter column c integer}, {@code alter column c set data type integer}. */
    static @Nullable Diagnostic typeOmitted(BrokenElement it) {
        int alter = it.find(it.isStatement() ? it.start() + 1 : it.start(), MigLexer.ALTER);
        if (it.isItem() || alter < 0 || it.type(alter + 1) == MigLexer.TABLE) {
            return null;
        }
        int name = alter + (it.type(alter + 1) == MigLexer.COLUMN ? 2 : 1);
        int change = name + 1;
        if (it.type(change) == MigLexer.SET && it.word(change + 1).equals("data")) {
            String line = it.line(it.with(Map.of(change, "", change + 1, "")));
            return Diagnostic.error(
                    Code.ALTER_COLUMN_TYPE, it.span(change, change + 3), "a type is changed by \"type\"", line);
        }
        boolean bareType = it.stop() == change && it.type(change) == MigLexer.IDENT;
        if (!bareType
                || RuleMatch.of(MigParser.RULE_columnChange, withType(it, change), 0, Set.of())
                                .stop()
                        < 2) {
            return null;
        }
        return Diagnostic.error(
                Code.ALTER_COLUMN_TYPE,
                it.span(change),
                "what changes is said before it: a type by \"type\"",
                it.line(it.with(Map.of(change, "type " + it.text(change, change + 1)))));
    }

    private static List<Token> withType(BrokenElement it, int change) {
        CommonToken type = new CommonToken(it.tokens().get(change));
        type.setType(MigLexer.TYPE);
        List<Token> tokens = new ArrayList<>(it.tokens().subList(change, it.end() + 1));
        tokens.addFirst(type);
        return tokens;
    }
}
