package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds statements and blocks: one method a grammar label. Statements that could not be read are left out. */
final class StatementBuilder extends MigParserBaseVisitor<Statement> {
    private final LeafBuilder leaves;
    private final ValueBuilder values;
    private final TableBuilder tables;
    private final ActionBuilder actions;
    private final DataBuilder data;

    StatementBuilder(LeafBuilder leaves, Consumer<Diagnostic> problems) {
        this.leaves = leaves;
        this.values = new ValueBuilder(leaves, problems);
        TypeBuilder types = new TypeBuilder(leaves, problems);
        this.tables = new TableBuilder(leaves, values, types, problems);
        this.actions = new ActionBuilder(leaves, values, types, tables);
        this.data = new DataBuilder(leaves, values, problems);
    }

    Block block(MigParser.BlockContext ctx) {
        return new Block(statements(ctx.statement()), leaves.span(ctx));
    }

    List<Statement> statements(List<MigParser.StatementContext> written) {
        List<Statement> statements = new ArrayList<>(written.size());
        for (MigParser.StatementContext statement : written) {
            if (statement.exception == null) {
                statements.add(statement.accept(this));
            }
        }
        return statements;
    }

    // ---- tables

    @Override
    public Statement visitCreateTable(MigParser.CreateTableContext ctx) {
        return new Statement.CreateTable(
                ctx.ifNotExists() != null,
                leaves.qualifiedName(ctx.tableName()),
                tables.items(ctx.items()),
                ctx.tableComment() == null
                        ? null
                        : leaves.text(ctx.tableComment().text()),
                ctx.tableOption().stream()
                        .map(it -> new Statement.TableOption(
                                leaves.name(it.dialect()),
                                leaves.text(it.text()),
                                leaves.span(it.OPTIONS().getSymbol()).to(leaves.span(it.text()))))
                        .toList(),
                leaves.span(ctx));
    }

    @Override
    public Statement visitDropTable(MigParser.DropTableContext ctx) {
        return new Statement.DropTable(
                ctx.ifExists() != null, leaves.qualifiedName(ctx.tableName()), ctx.CASCADE() != null, leaves.span(ctx));
    }

    @Override
    public Statement visitRenameTable(MigParser.RenameTableContext ctx) {
        return new Statement.RenameTable(
                leaves.qualifiedName(ctx.tableName()), leaves.name(ctx.newName()), leaves.span(ctx));
    }

    @Override
    public Statement visitCommentOnTable(MigParser.CommentOnTableContext ctx) {
        return new Statement.CommentOnTable(
                leaves.qualifiedName(ctx.tableName()), leaves.optionalText(ctx.text()), leaves.span(ctx));
    }

    @Override
    public Statement visitCommentOnColumn(MigParser.CommentOnColumnContext ctx) {
        return new Statement.CommentOnColumn(
                leaves.qualifiedName(ctx.columnPath()), leaves.optionalText(ctx.text()), leaves.span(ctx));
    }

    @Override
    public Statement visitAlterTable(MigParser.AlterTableContext ctx) {
        List<MigParser.ActionContext> written =
                ctx.actions() == null ? List.of(ctx.action()) : ctx.actions().action();
        return new Statement.AlterTable(
                leaves.qualifiedName(ctx.tableName()), actions.actions(written), leaves.span(ctx));
    }

    // ---- indexes

    @Override
    public Statement visitCreateIndex(MigParser.CreateIndexContext ctx) {
        return new Statement.CreateIndex(
                ctx.UNIQUE() != null,
                ctx.CONCURRENTLY() != null,
                ctx.ifNotExists() != null,
                ctx.indexName() == null ? null : leaves.name(ctx.indexName()),
                leaves.qualifiedName(ctx.tableName()),
                ctx.method() == null ? null : leaves.name(ctx.method()),
                elements(ctx.indexElements()),
                leaves.names(ctx.columnList()),
                leaves.optionalExpression(ctx.expression()),
                leaves.span(ctx));
    }

    @Override
    public Statement visitDropIndex(MigParser.DropIndexContext ctx) {
        return new Statement.DropIndex(
                ctx.CONCURRENTLY() != null,
                ctx.ifExists() != null,
                ctx.indexPath() == null ? null : indexPath(ctx.indexPath()),
                ctx.tableName() == null ? null : leaves.qualifiedName(ctx.tableName()),
                elements(ctx.indexElements()),
                leaves.span(ctx));
    }

    private QualifiedName indexPath(MigParser.IndexPathContext ctx) {
        return leaves.qualifiedName(ctx);
    }

    @Override
    public Statement visitRenameIndex(MigParser.RenameIndexContext ctx) {
        return new Statement.RenameIndex(
                leaves.qualifiedName(ctx.qualifiedName()),
                ctx.tableName() == null ? null : leaves.qualifiedName(ctx.tableName()),
                leaves.name(ctx.newName()),
                leaves.span(ctx));
    }

    private List<Statement.IndexElement> elements(MigParser.@Nullable IndexElementsContext ctx) {
        return ctx == null
                ? List.of()
                : ctx.indexElement().stream().map(this::element).toList();
    }

    private Statement.IndexElement element(MigParser.IndexElementContext ctx) {
        Statement.IndexKey key;
        if (ctx.indexKey() instanceof MigParser.ColumnKeyContext it) {
            key = new Statement.ColumnKey(leaves.name(it.name()));
        } else if (ctx.indexKey() instanceof MigParser.CallKeyContext it) {
            key = new Statement.ExpressionKey(values.keyCall(it));
        } else {
            var raw = ((MigParser.ExpressionKeyContext) ctx.indexKey()).RAW().getSymbol();
            key = new Statement.ExpressionKey(values.rawExpression(raw));
        }
        return new Statement.IndexElement(
                key,
                ctx.operatorClass() == null ? null : leaves.qualifiedName(ctx.operatorClass()),
                ctx.ASC() != null ? Statement.Order.ASC : ctx.DESC() != null ? Statement.Order.DESC : null,
                ctx.FIRST() != null ? Statement.Nulls.FIRST : ctx.LAST() != null ? Statement.Nulls.LAST : null,
                leaves.span(ctx));
    }

    // ---- types, sequences, schemas, views, objects

    @Override
    public Statement visitCreateEnum(MigParser.CreateEnumContext ctx) {
        return new Statement.CreateEnum(
                leaves.qualifiedName(ctx.qualifiedName()),
                ctx.text().stream().map(leaves::text).toList(),
                leaves.span(ctx));
    }

    @Override
    public Statement visitAddEnumValue(MigParser.AddEnumValueContext ctx) {
        return new Statement.AddEnumValue(
                leaves.qualifiedName(ctx.qualifiedName()),
                leaves.text(ctx.text(0)),
                ctx.BEFORE() == null ? null : leaves.text(ctx.text(1)),
                ctx.AFTER() == null ? null : leaves.text(ctx.text(1)),
                leaves.span(ctx));
    }

    @Override
    public Statement visitRenameEnumValue(MigParser.RenameEnumValueContext ctx) {
        return new Statement.RenameEnumValue(
                leaves.qualifiedName(ctx.qualifiedName()),
                leaves.text(ctx.text(0)),
                leaves.text(ctx.text(1)),
                leaves.span(ctx));
    }

    @Override
    public Statement visitDropType(MigParser.DropTypeContext ctx) {
        return new Statement.DropType(leaves.qualifiedName(ctx.qualifiedName()), leaves.span(ctx));
    }

    @Override
    public Statement visitCreateSequence(MigParser.CreateSequenceContext ctx) {
        int second = ctx.START() == null ? 0 : 1;
        BigInteger start = ctx.START() == null ? null : values.integer(ctx.integer(0));
        BigInteger increment = ctx.INCREMENT() == null ? null : values.integer(ctx.integer(second));
        return new Statement.CreateSequence(
                leaves.qualifiedName(ctx.qualifiedName()), start, increment, leaves.span(ctx));
    }

    @Override
    public Statement visitDropSequence(MigParser.DropSequenceContext ctx) {
        return new Statement.DropSequence(leaves.qualifiedName(ctx.qualifiedName()), leaves.span(ctx));
    }

    @Override
    public Statement visitCreateSchema(MigParser.CreateSchemaContext ctx) {
        return new Statement.CreateSchema(ctx.ifNotExists() != null, leaves.name(ctx.name()), leaves.span(ctx));
    }

    @Override
    public Statement visitDropSchema(MigParser.DropSchemaContext ctx) {
        return new Statement.DropSchema(
                ctx.ifExists() != null, leaves.name(ctx.name()), ctx.CASCADE() != null, leaves.span(ctx));
    }

    @Override
    public Statement visitCreateView(MigParser.CreateViewContext ctx) {
        return new Statement.CreateView(
                ctx.REPLACE() != null,
                leaves.qualifiedName(ctx.qualifiedName()),
                leaves.sqlText(ctx.sqlText()),
                leaves.span(ctx));
    }

    @Override
    public Statement visitDropView(MigParser.DropViewContext ctx) {
        return new Statement.DropView(
                ctx.ifExists() != null, leaves.qualifiedName(ctx.qualifiedName()), leaves.span(ctx));
    }

    @Override
    public Statement visitCreateMaterializedView(MigParser.CreateMaterializedViewContext ctx) {
        return new Statement.CreateMaterializedView(
                leaves.qualifiedName(ctx.qualifiedName()), leaves.sqlText(ctx.sqlText()), leaves.span(ctx));
    }

    @Override
    public Statement visitRefreshMaterializedView(MigParser.RefreshMaterializedViewContext ctx) {
        return new Statement.RefreshMaterializedView(leaves.qualifiedName(ctx.qualifiedName()), leaves.span(ctx));
    }

    @Override
    public Statement visitDropMaterializedView(MigParser.DropMaterializedViewContext ctx) {
        return new Statement.DropMaterializedView(
                ctx.ifExists() != null, leaves.qualifiedName(ctx.qualifiedName()), leaves.span(ctx));
    }

    @Override
    public Statement visitRenameOther(MigParser.RenameOtherContext ctx) {
        String kind = ctx.getChild(1).getText().toUpperCase(Locale.ROOT);
        return new Statement.RenameOther(
                Statement.Renamed.valueOf(kind),
                leaves.qualifiedName(ctx.qualifiedName()),
                leaves.name(ctx.newName()),
                leaves.span(ctx));
    }

    @Override
    public Statement visitCreateObject(MigParser.CreateObjectContext ctx) {
        return new Statement.CreateObject(
                ctx.REPLACE() != null,
                leaves.name(ctx.kind()),
                leaves.qualifiedName(ctx.qualifiedName()),
                leaves.sqlText(ctx.sqlText(0)),
                ctx.REVERSE() == null ? null : leaves.sqlText(ctx.sqlText(1)),
                leaves.span(ctx));
    }

    @Override
    public Statement visitDropObject(MigParser.DropObjectContext ctx) {
        boolean reverse = ctx.REVERSE() != null;
        boolean drop = ctx.sqlText().size() > (reverse ? 1 : 0);
        return new Statement.DropObject(
                leaves.name(ctx.kind()),
                leaves.qualifiedName(ctx.qualifiedName()),
                drop ? leaves.sqlText(ctx.sqlText(0)) : null,
                reverse ? leaves.sqlText(ctx.sqlText(drop ? 1 : 0)) : null,
                leaves.span(ctx));
    }

    // ---- data

    @Override
    public Statement visitInsert(MigParser.InsertContext ctx) {
        return data.insert(ctx, reversal(ctx.reversal()));
    }

    @Override
    public Statement visitUpdate(MigParser.UpdateContext ctx) {
        return data.update(ctx, reversal(ctx.reversal()));
    }

    @Override
    public Statement visitDelete(MigParser.DeleteContext ctx) {
        return data.delete(ctx, reversal(ctx.reversal()));
    }

    @Override
    public Statement visitLoad(MigParser.LoadContext ctx) {
        return new Statement.Load(
                leaves.text(ctx.text()),
                leaves.qualifiedName(ctx.tableName()),
                leaves.names(ctx.columnList()),
                reversal(ctx.reversal()),
                leaves.span(ctx));
    }

    // ---- raw SQL

    @Override
    public Statement visitSql(MigParser.SqlContext ctx) {
        return new Statement.Sql(
                body(ctx.sqlBody()), touches(ctx.touches()), reversal(ctx.reversal()), leaves.span(ctx));
    }

    @Override
    public Statement visitScript(MigParser.ScriptContext ctx) {
        Statement.ScriptBody body = ctx.scriptBody() instanceof MigParser.ScriptFileContext it
                ? new Statement.ScriptFile(leaves.text(it.text()))
                : new Statement.ScriptText(leaves.sqlText(((MigParser.ScriptTextContext) ctx.scriptBody()).sqlText()));
        return new Statement.Script(body, reversal(ctx.reversal()), leaves.span(ctx));
    }

    private Statement.SqlBody body(MigParser.SqlBodyContext ctx) {
        if (ctx instanceof MigParser.OneSqlContext it) {
            return new Statement.OneSql(leaves.sqlText(it.sqlText()));
        }
        MigParser.SqlByDialectContext it = (MigParser.SqlByDialectContext) ctx;
        List<Statement.DialectSql> entries = it.dialectSql().stream()
                .map(entry -> new Statement.DialectSql(
                        leaves.names(entry.dialects()), leaves.sqlText(entry.sqlText()), leaves.span(entry)))
                .toList();
        return new Statement.SqlByDialect(entries, it.SKIP_() != null);
    }

    private Statement.@Nullable Touches touches(MigParser.@Nullable TouchesContext ctx) {
        if (ctx == null) {
            return null;
        }
        if (ctx instanceof MigParser.TouchesTablesContext it) {
            return new Statement.TouchesTables(
                    it.qualifiedName().stream().map(leaves::qualifiedName).toList());
        }
        return ctx instanceof MigParser.TouchesAsContext it
                ? new Statement.TouchesAs(block(it.block()))
                : new Statement.TouchesNothing();
    }

    private Statement.@Nullable Reversal reversal(MigParser.@Nullable ReversalContext ctx) {
        if (ctx == null) {
            return null;
        }
        return ctx instanceof MigParser.ReverseSqlContext it
                ? new Statement.ReverseSql(body(it.sqlBody()))
                : new Statement.ReverseNothing();
    }

    // ---- where and how

    @Override
    public Statement visitOnDialect(MigParser.OnDialectContext ctx) {
        return new Statement.OnDialect(
                leaves.names(ctx.dialects()),
                block(ctx.block(0)),
                ctx.ELSE() == null ? null : block(ctx.block(1)),
                leaves.span(ctx));
    }

    @Override
    public Statement visitOutsideTransaction(MigParser.OutsideTransactionContext ctx) {
        return new Statement.OutsideTransaction(block(ctx.block()), leaves.span(ctx));
    }

    @Override
    public Statement visitRequire(MigParser.RequireContext ctx) {
        return new Statement.Require(
                leaves.expression(ctx.expression()), leaves.optionalText(ctx.text()), leaves.span(ctx));
    }
}
