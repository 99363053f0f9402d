package dev.mig.script;

import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.script.Statement.Effect;
import dev.mig.source.Code;
import dev.mig.source.Source;
import dev.mig.syntax.tree.Statement.Renamed;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every operation in standard SQL, or else in the way that most databases support.
 *
 * <p>Dialects delegate to it. Features that a style lacks are refused, or left out with a note, here; no database is
 * named.
 */
final class StandardSql {
    private final SqlStyle style;

    StandardSql(SqlStyle style) {
        this.style = style;
    }

    void write(Operation operation, SchemaModel before, Drafts drafts, Dialect dialect) {
        Spelling spelling = new Spelling(style, drafts);
        TableSql tables = new TableSql(style, spelling, drafts);
        IndexSql indexes = new IndexSql(style, spelling, drafts);
        RowSql rows = new RowSql(style, spelling, drafts, before);
        switch (operation) {
            case Operation.CreateTable it -> tables.create(it);
            case Operation.DropTable it ->
                drafts.structure("drop table " + ifExists(it.ifExists()) + spelling.name(it.table())
                        + (it.cascade() ? " cascade" : ""));
            case Operation.RenameTable it ->
                drafts.structure(
                        "alter table " + spelling.name(it.table()) + " rename to " + spelling.newName(it.to()));
            case Operation.CommentOnTable it -> tables.comment(it.table(), it.comment());
            case Operation.AlterTable it -> tables.alter(it.table(), it.changes(), before);

            case Operation.CreateIndex it -> indexes.create(it);
            case Operation.DropIndex it -> indexes.drop(it);
            case Operation.RenameIndex it -> indexes.rename(it);

            case Operation.CreateEnum it ->
                drafts.structure("create type " + spelling.newName(it.name()) + " as enum " + enumValues(it.values()));
            // A downgrade cannot take the value away, and the next upgrade finds it.
            case Operation.AddEnumValue it ->
                drafts.structure("alter type " + spelling.name(it.type()) + " add value if not exists "
                        + string(it.value()) + place("before", it.before()) + place("after", it.after()));
            case Operation.RenameEnumValue it ->
                drafts.structure("alter type " + spelling.name(it.type()) + " rename value " + string(it.value())
                        + " to " + string(it.to()));
            case Operation.DropType it -> drafts.structure("drop type " + spelling.name(it.name()));
            case Operation.CreateSequence it ->
                drafts.structure("create sequence " + spelling.newName(it.name()) + option(" start with ", it.start())
                        + option(" increment by ", it.increment()));
            case Operation.DropSequence it -> drafts.structure("drop sequence " + spelling.name(it.name()));
            case Operation.CreateSchema it ->
                drafts.structure("create schema " + ifNotExists(it.ifNotExists()) + spelling.newName(it.name()));
            case Operation.DropSchema it ->
                drafts.structure("drop schema " + ifExists(it.ifExists()) + spelling.name(it.name())
                        + (it.cascade() ? " cascade" : ""));
            case Operation.CreateView it ->
                drafts.structure("create " + (it.orReplace() ? "or replace " : "") + "view "
                        + spelling.newName(it.name()) + " as\n" + it.query());
            case Operation.DropView it ->
                drafts.structure("drop view " + ifExists(it.ifExists()) + spelling.name(it.name()));
            case Operation.CreateMaterializedView it ->
                materialized(drafts, "create materialized view " + spelling.newName(it.name()) + " as\n" + it.query());
            case Operation.RefreshMaterializedView it ->
                materialized(drafts, "refresh materialized view " + spelling.name(it.name()));
            case Operation.DropMaterializedView it ->
                materialized(drafts, "drop materialized view " + ifExists(it.ifExists()) + spelling.name(it.name()));
            case Operation.RenameOther it -> rename(it, spelling, drafts);
            case Operation.CreateObject it -> drafts.raw(it.create(), Effect.STRUCTURE, it.span());
            case Operation.DropObject it -> drafts.raw(it.drop(), Effect.STRUCTURE, it.span());

            case Operation.Insert it -> rows.insert(it);
            case Operation.InsertSelect it -> rows.insertSelect(it);
            case Operation.Update it -> rows.update(it);
            case Operation.Delete it -> rows.delete(it);
            case Operation.DeleteRows it -> rows.deleteRows(it);
            case Operation.Load it -> rows.load(it);

            case Operation.ExecuteSql it -> single(it, drafts);
            case Operation.ExecuteScript it -> script(it.script(), drafts);

            case Operation.Run it -> drafts.add(new Statement.Run(it.work(), drafts.what(), it.span()));
            case Operation.OutsideTransaction it -> outside(it, before, drafts, dialect);
            case Operation.Require it ->
                drafts.add(new Statement.Require(
                        "select case when " + it.condition() + " then 1 else 0 end",
                        it.condition(),
                        it.message(),
                        it.span()));
        }
    }

    String enumValues(Iterable<String> values) {
        StringBuilder list = new StringBuilder();
        for (String value : values) {
            list.append(list.isEmpty() ? "(" : ", ").append(string(value));
        }
        return list.append(")").toString();
    }

    String string(String text) {
        return style.literals().string(text);
    }

    static String ifExists(boolean said) {
        return said ? "if exists " : "";
    }

    static String ifNotExists(boolean said) {
        return said ? "if not exists " : "";
    }

    /** Nobody can tell what a function does that a select calls; that it changes no structure is taken on trust. */
    static Effect effect(String sql) {
        return switch (SqlSplitter.firstWord(sql)) {
            case "select", "with", "insert", "update", "delete", "merge" -> Effect.ROWS;
            default -> Effect.STRUCTURE;
        };
    }

    private void materialized(Drafts drafts, String sql) {
        if (style.has(Feature.MATERIALIZED_VIEW)) {
            drafts.structure(sql);
        } else {
            drafts.refuse(Feature.MATERIALIZED_VIEW, "create a view, or a table that a script fills");
        }
    }

    private void rename(Operation.RenameOther it, Spelling spelling, Drafts drafts) {
        if (it.kind() == Renamed.SEQUENCE && !style.has(Feature.RENAME_SEQUENCE)) {
            drafts.refuse(
                    "way to rename a sequence",
                    "create sequence " + it.to() + " start N, use it, and drop sequence " + it.name());
            return;
        }
        drafts.structure("alter " + OperationSummary.word(it.kind()) + " " + spelling.name(it.name()) + " rename to "
                + spelling.newName(it.to()));
    }

    /** Sent as it was written: only how many statements it holds is looked at. */
    private void single(Operation.ExecuteSql it, Drafts drafts) {
        List<SqlSplitter.Piece> pieces = SqlSplitter.split(new Source("", it.sql()), style.lexicon());
        if (pieces.isEmpty()) {
            drafts.refuse(Code.ONE_STATEMENT, "there is no statement in this sql", "leave it out");
        } else if (pieces.size() > 1) {
            drafts.refuse(
                    Code.ONE_STATEMENT,
                    "sql sends one statement, and this is " + pieces.size(),
                    "script \"\"\" … \"\"\" sends several, one after the other");
        }
        if (isForARun(it.sql(), drafts)) {
            drafts.raw(it.sql(), effect(it.sql()), it.span());
        }
    }

    private void script(Source script, Drafts drafts) {
        for (SqlSplitter.Piece piece : SqlSplitter.split(script, style.lexicon())) {
            if (!piece(piece, drafts)) {
                return;
            }
        }
    }

    /** One statement of a script; false if what follows it is none. */
    boolean piece(SqlSplitter.Piece piece, Drafts drafts) {
        drafts.at(piece.span());
        ClientCommands.Refusal refusal = ClientCommands.refusal(piece.sql());
        if (refusal != null) {
            drafts.refuse(Code.NOT_FOR_A_RUN, refusal.what(), refusal.wayOut());
            return !refusal.last();
        }
        if (piece.unclosed() != null) {
            drafts.refuse(Code.SCRIPT_UNCLOSED, piece.unclosed());
        } else {
            drafts.raw(piece.sql(), effect(piece.sql()), piece.span());
        }
        return true;
    }

    private static boolean isForARun(String sql, Drafts drafts) {
        ClientCommands.Refusal refusal = ClientCommands.refusal(sql.strip());
        if (refusal != null) {
            drafts.refuse(Code.NOT_FOR_A_RUN, refusal.what(), refusal.wayOut());
        }
        return refusal == null;
    }

    private void outside(Operation.OutsideTransaction block, SchemaModel before, Drafts drafts, Dialect dialect) {
        drafts.outside(() -> {
            SchemaModel now = before;
            for (Operation operation : block.operations()) {
                drafts.begin(operation);
                dialect.write(operation, now, drafts);
                now = now.apply(operation);
            }
        });
    }

    private String place(String word, @Nullable String value) {
        return value == null ? "" : " " + word + " " + string(value);
    }

    private static String option(String word, @Nullable BigInteger value) {
        return value == null ? "" : word + value;
    }
}
