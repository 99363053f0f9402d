package dev.mig.syntax;

import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.Name;
import java.util.ArrayList;
import java.util.List;

/** Builds the actions of {@code alter table}. */
final class ActionBuilder extends MigParserBaseVisitor<AlterAction> {
    private final LeafBuilder leaves;
    private final ValueBuilder values;
    private final TypeBuilder types;
    private final TableBuilder tables;
    private final Changes changes = new Changes();

    ActionBuilder(LeafBuilder leaves, ValueBuilder values, TypeBuilder types, TableBuilder tables) {
        this.leaves = leaves;
        this.values = values;
        this.types = types;
        this.tables = tables;
    }

    /** The actions that could be read. */
    List<AlterAction> actions(List<MigParser.ActionContext> written) {
        List<AlterAction> actions = new ArrayList<>();
        for (MigParser.ActionContext action : written) {
            if (action.exception == null) {
                actions.add(action.accept(this));
            }
        }
        return actions;
    }

    @Override
    public AlterAction visitAddColumn(MigParser.AddColumnContext ctx) {
        Name name = leaves.name(ctx.columnName() == null ? ctx.itemName() : ctx.columnName());
        var column =
                tables.column(name, ctx.type(), ctx.columnOption(), name.span().to(leaves.span(ctx)));
        return new AlterAction.AddColumn(column, leaves.span(ctx));
    }

    @Override
    public AlterAction visitDropColumn(MigParser.DropColumnContext ctx) {
        return new AlterAction.DropColumn(
                ctx.ifExists() != null,
                leaves.name(ctx.columnName() == null ? ctx.itemName() : ctx.columnName()),
                ctx.reverseUsing() == null
                        ? null
                        : leaves.expression(ctx.reverseUsing().expression()),
                leaves.span(ctx));
    }

    @Override
    public AlterAction visitRenameColumn(MigParser.RenameColumnContext ctx) {
        return new AlterAction.RenameColumn(
                leaves.name(ctx.columnName() == null ? ctx.itemName() : ctx.columnName()),
                leaves.name(ctx.newName()),
                leaves.span(ctx));
    }

    @Override
    public AlterAction visitAlterColumn(MigParser.AlterColumnContext ctx) {
        return new AlterAction.AlterColumn(
                leaves.name(ctx.columnName() == null ? ctx.itemName() : ctx.columnName()),
                ctx.columnChange().accept(changes),
                leaves.span(ctx));
    }

    @Override
    public AlterAction visitAddConstraint(MigParser.AddConstraintContext ctx) {
        var span = leaves.span(
                        (ctx.CONSTRAINT() == null
                                ? ctx.constraintBody().getStart()
                                : ctx.CONSTRAINT().getSymbol()))
                .to(leaves.span(ctx.constraintBody()));
        return new AlterAction.AddConstraint(
                tables.constraint(ctx.constraintName(), ctx.constraintBody(), span),
                ctx.VALID() != null,
                leaves.span(ctx));
    }

    @Override
    public AlterAction visitDropConstraint(MigParser.DropConstraintContext ctx) {
        return new AlterAction.DropConstraint(
                ctx.ifExists() != null, leaves.name(ctx.constraintName()), leaves.span(ctx));
    }

    @Override
    public AlterAction visitDropPrimaryKey(MigParser.DropPrimaryKeyContext ctx) {
        return new AlterAction.DropPrimaryKey(leaves.span(ctx));
    }

    @Override
    public AlterAction visitDropUnique(MigParser.DropUniqueContext ctx) {
        return new AlterAction.DropUnique(leaves.names(ctx.columnList()), leaves.span(ctx));
    }

    @Override
    public AlterAction visitDropForeignKey(MigParser.DropForeignKeyContext ctx) {
        return new AlterAction.DropForeignKey(leaves.names(ctx.columnList()), leaves.span(ctx));
    }

    @Override
    public AlterAction visitValidateConstraint(MigParser.ValidateConstraintContext ctx) {
        return new AlterAction.ValidateConstraint(leaves.name(ctx.constraintName()), leaves.span(ctx));
    }

    @Override
    public AlterAction visitRenameConstraint(MigParser.RenameConstraintContext ctx) {
        return new AlterAction.RenameConstraint(
                leaves.name(ctx.constraintName()), leaves.name(ctx.newName()), leaves.span(ctx));
    }

    @Override
    public AlterAction visitSetSchema(MigParser.SetSchemaContext ctx) {
        return new AlterAction.SetSchema(leaves.name(ctx.name()), leaves.span(ctx));
    }

    /** What follows the name in {@code alter column}. */
    private final class Changes extends MigParserBaseVisitor<AlterAction.ColumnChange> {
        @Override
        public AlterAction.ColumnChange visitSetType(MigParser.SetTypeContext ctx) {
            return new AlterAction.SetType(
                    types.type(ctx.type()),
                    leaves.optionalExpression(ctx.expression()),
                    ctx.reverseUsing() == null
                            ? null
                            : leaves.expression(ctx.reverseUsing().expression()),
                    leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitSetNotNull(MigParser.SetNotNullContext ctx) {
            return new AlterAction.SetNotNull(leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitDropNotNull(MigParser.DropNotNullContext ctx) {
            return new AlterAction.DropNotNull(leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitSetDefault(MigParser.SetDefaultContext ctx) {
            return new AlterAction.SetDefault(values.value(ctx.defaultValue()), leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitDropDefault(MigParser.DropDefaultContext ctx) {
            return new AlterAction.DropDefault(leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitSetComment(MigParser.SetCommentContext ctx) {
            return new AlterAction.SetComment(leaves.text(ctx.text()), leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitDropComment(MigParser.DropCommentContext ctx) {
            return new AlterAction.DropComment(leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitAddIdentity(MigParser.AddIdentityContext ctx) {
            return new AlterAction.AddIdentity(leaves.span(ctx));
        }

        @Override
        public AlterAction.ColumnChange visitDropIdentity(MigParser.DropIdentityContext ctx) {
            return new AlterAction.DropIdentity(leaves.span(ctx));
        }
    }
}
