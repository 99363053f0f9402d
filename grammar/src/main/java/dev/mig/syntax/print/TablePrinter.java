package dev.mig.syntax.print;

import dev.mig.source.Span;
import dev.mig.syntax.print.ColumnPrinter.Widths;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.Statement.AlterTable;
import dev.mig.syntax.tree.Statement.CreateTable;
import dev.mig.syntax.tree.Statement.TableOption;
import dev.mig.syntax.tree.TableItem;
import dev.mig.syntax.tree.TableItem.Column;
import dev.mig.syntax.tree.TableItem.Constraint;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints {@code create table} and {@code alter table}. */
final class TablePrinter {
    private final Page page;

    TablePrinter(Page page) {
        this.page = page;
    }

    /** Puts all but the last line, whose run it returns. */
    ClauseRun create(CreateTable table, ClauseRun run) {
        List<TableItem> items = table.items();
        int inside =
                inside(table.name(), items.isEmpty() ? null : items.getFirst().span());
        run.clause(
                "create table " + TermPrinter.when(table.ifNotExists(), "if not exists ")
                        + TermPrinter.of(table.name()),
                table.span().start(),
                inside);
        page.open(run, inside);
        Widths widths = switch (page.layout()) {
            case PAGE -> Widths.of(items);
            case DENSE -> Widths.NONE;
        };
        TableItem before = null;
        for (TableItem item : items) {
            boolean apart = before instanceof Column && item instanceof Constraint;
            page.put(ColumnPrinter.item(item, widths, ClauseRun.of(apart ? Spacing.APART : Spacing.KEPT)));
            before = item;
        }
        ClauseRun tail = page.close(
                page.gaps().next(before == null ? inside : before.span().end()));
        if (table.comment() != null) {
            Span span = table.comment().span();
            tail.clause("comment " + TermPrinter.of(table.comment()), span, span);
        }
        for (TableOption option : table.options()) {
            String text = "options " + TermPrinter.of(option.dialect()) + ' ' + TermPrinter.of(option.text());
            tail.clause(text, option.span(), option.span());
        }
        return tail;
    }

    /** One action stands on the line; several, or none, in braces. */
    ClauseRun alter(AlterTable table, ClauseRun run) {
        String words = "alter table " + TermPrinter.of(table.table());
        List<AlterAction> actions = table.actions();
        if (actions.size() == 1) {
            AlterAction action = actions.getFirst();
            ClauseRun alone = ActionPrinter.action(action, ClauseRun.of(Spacing.CLOSE));
            return run.clause(words, table.span(), table.table().span())
                    .clause(
                            indent -> onOneLine(alone, indent),
                            action.span().start(),
                            table.span().end());
        }
        int inside = inside(
                table.table(), actions.isEmpty() ? null : actions.getFirst().span());
        page.open(run.clause(words, table.span().start(), inside), inside);
        for (AlterAction action : actions) {
            page.put(ActionPrinter.action(action, ClauseRun.of(Spacing.KEPT)));
        }
        return page.close(page.gaps()
                .next(actions.isEmpty() ? inside : actions.getLast().span().end()));
    }

    /** Offset after the brace between the name and the first thing inside. */
    private int inside(QualifiedName name, @Nullable Span first) {
        return first == null
                ? page.gaps().next(name.span().end()) + 1
                : page.gaps().previous(first.start());
    }

    /** A line of its own ends before {@code references} only inside braces. */
    private static String onOneLine(ClauseRun run, int indent) {
        return run.clauses().stream().map(it -> it.text().apply(indent)).collect(Collectors.joining(" "));
    }
}
