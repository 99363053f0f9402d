package dev.mig.syntax.print;

import dev.mig.source.Span;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.AlterAction.AddColumn;
import dev.mig.syntax.tree.AlterAction.AddConstraint;
import dev.mig.syntax.tree.AlterAction.AddIdentity;
import dev.mig.syntax.tree.AlterAction.AlterColumn;
import dev.mig.syntax.tree.AlterAction.ColumnChange;
import dev.mig.syntax.tree.AlterAction.DropColumn;
import dev.mig.syntax.tree.AlterAction.DropComment;
import dev.mig.syntax.tree.AlterAction.DropConstraint;
import dev.mig.syntax.tree.AlterAction.DropDefault;
import dev.mig.syntax.tree.AlterAction.DropForeignKey;
import dev.mig.syntax.tree.AlterAction.DropIdentity;
import dev.mig.syntax.tree.AlterAction.DropNotNull;
import dev.mig.syntax.tree.AlterAction.DropPrimaryKey;
import dev.mig.syntax.tree.AlterAction.DropUnique;
import dev.mig.syntax.tree.AlterAction.RenameColumn;
import dev.mig.syntax.tree.AlterAction.RenameConstraint;
import dev.mig.syntax.tree.AlterAction.SetComment;
import dev.mig.syntax.tree.AlterAction.SetDefault;
import dev.mig.syntax.tree.AlterAction.SetNotNull;
import dev.mig.syntax.tree.AlterAction.SetSchema;
import dev.mig.syntax.tree.AlterAction.SetType;
import dev.mig.syntax.tree.AlterAction.ValidateConstraint;

/** Prints the actions of {@code alter table}. Columns are always announced by their word, left out or not. */
final class ActionPrinter {
    private ActionPrinter() {}

    static ClauseRun action(AlterAction action, ClauseRun run) {
        return switch (action) {
            case AddColumn it -> {
                String words = "add column " + TermPrinter.of(it.column().name()) + ' ';
                yield ColumnPrinter.column(it.column(), words, 0, run);
            }
            case AddConstraint it ->
                ColumnPrinter.constraint(it.constraint(), "add ", TermPrinter.when(it.notValid(), " not valid"), run);
            case DropColumn it ->
                one(
                        it,
                        "drop column "
                                + TermPrinter.when(it.ifExists(), "if exists ")
                                + TermPrinter.of(it.column())
                                + TermPrinter.optional(" reverse using ", it.reverseUsing()),
                        run);
            case RenameColumn it ->
                one(it, "rename column " + TermPrinter.of(it.column()) + " to " + TermPrinter.of(it.to()), run);
            case AlterColumn it ->
                one(it, "alter column " + TermPrinter.of(it.column()) + ' ' + change(it.change()), run);
            case DropConstraint it ->
                one(
                        it,
                        "drop constraint " + TermPrinter.when(it.ifExists(), "if exists ")
                                + TermPrinter.of(it.constraint()),
                        run);
            case DropPrimaryKey it -> one(it, "drop primary key", run);
            case DropUnique it -> one(it, "drop unique " + TermPrinter.columns(it.columns()), run);
            case DropForeignKey it -> one(it, "drop foreign key " + TermPrinter.columns(it.columns()), run);
            case ValidateConstraint it -> one(it, "validate constraint " + TermPrinter.of(it.constraint()), run);
            case RenameConstraint it ->
                one(it, "rename constraint " + TermPrinter.of(it.constraint()) + " to " + TermPrinter.of(it.to()), run);
            case SetSchema it -> one(it, "set schema " + TermPrinter.of(it.schema()), run);
        };
    }

    private static ClauseRun one(AlterAction action, String text, ClauseRun run) {
        Span span = action.span();
        return run.clause(text, span, span);
    }

    private static String change(ColumnChange change) {
        return switch (change) {
            case SetType it ->
                "type "
                        + TermPrinter.of(it.type())
                        + TermPrinter.optional(" using ", it.using())
                        + TermPrinter.optional(" reverse using ", it.reverseUsing());
            case SetNotNull it -> "set not null";
            case DropNotNull it -> "drop not null";
            case SetDefault it -> "set default " + TermPrinter.of(it.value());
            case DropDefault it -> "drop default";
            case SetComment it -> "set comment " + TermPrinter.of(it.comment());
            case DropComment it -> "drop comment";
            case AddIdentity it -> "add identity";
            case DropIdentity it -> "drop identity";
        };
    }
}
