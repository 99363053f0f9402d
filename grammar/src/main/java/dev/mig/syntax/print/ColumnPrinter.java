package dev.mig.syntax.print;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.TableItem;
import dev.mig.syntax.tree.TableItem.Check;
import dev.mig.syntax.tree.TableItem.Collate;
import dev.mig.syntax.tree.TableItem.Column;
import dev.mig.syntax.tree.TableItem.ColumnCheck;
import dev.mig.syntax.tree.TableItem.ColumnComment;
import dev.mig.syntax.tree.TableItem.ColumnOption;
import dev.mig.syntax.tree.TableItem.ColumnPrimaryKey;
import dev.mig.syntax.tree.TableItem.ColumnReferences;
import dev.mig.syntax.tree.TableItem.ColumnUnique;
import dev.mig.syntax.tree.TableItem.Constraint;
import dev.mig.syntax.tree.TableItem.Default;
import dev.mig.syntax.tree.TableItem.ForeignKey;
import dev.mig.syntax.tree.TableItem.Generated;
import dev.mig.syntax.tree.TableItem.Identity;
import dev.mig.syntax.tree.TableItem.NotNull;
import dev.mig.syntax.tree.TableItem.PrimaryKey;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import dev.mig.syntax.tree.TableItem.References;
import dev.mig.syntax.tree.TableItem.Unique;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints columns and constraints, in a table or in an action. Lines break only before {@code references}. */
final class ColumnPrinter {
    /**
     * A column with one of these names needs the word {@code column}, because at the start of an item they are
     * keywords.
     */
    private static final Set<String> TAKEN = Set.of(
            "constraint", "primary", "foreign", "unique", "check", "column", "if", "on", "references", "deferrable");

    private ColumnPrinter() {}

    /**
     * The widths to which names and types of a table are filled up.
     *
     * @param name columns for the longest name; 0 where nothing is filled up
     */
    record Widths(int name, int type) {
        static final Widths NONE = new Widths(0, 0);

        /** Longer names stick out rather than pushing all others aside. */
        private static final int MOST = 40;

        static Widths of(List<TableItem> items) {
            int name = 0;
            int type = 0;
            for (TableItem item : items) {
                if (item instanceof Column column) {
                    name = Math.max(name, counted(itemName(column.name())));
                    type = Math.max(type, counted(TermPrinter.of(column.type())));
                }
            }
            return new Widths(name, type);
        }

        private static int counted(String text) {
            int length = text.codePointCount(0, text.length());
            return length > MOST ? 0 : length;
        }

        private static String fill(String text, int width) {
            int missing = width - text.codePointCount(0, text.length());
            String gap = width == 0 ? " " : "  ";
            return text + " ".repeat(Math.max(0, missing)) + gap;
        }
    }

    /** The name of a column where an item begins. */
    static String itemName(Name name) {
        boolean taken = !name.quoted() && TAKEN.contains(name.text().toLowerCase(Locale.ROOT));
        return (taken ? "column " : "") + TermPrinter.of(name);
    }

    static ClauseRun item(TableItem item, Widths widths, ClauseRun run) {
        return switch (item) {
            case Column it -> column(it, Widths.fill(itemName(it.name()), widths.name()), widths.type(), run);
            case Constraint it -> constraint(it, "", "", run);
        };
    }

    static ClauseRun column(Column column, String before, int typeWidth, ClauseRun run) {
        StringBuilder text = new StringBuilder(before);
        text.append(Widths.fill(TermPrinter.of(column.type()), typeWidth));
        int from = column.span().start();
        int to = column.type().span().end();
        for (ColumnOption option : column.options()) {
            if (option instanceof ColumnReferences) {
                // All but the blank that joins clauses: what is filled up stays so on one line.
                run.clause(text.substring(0, text.length() - 1), from, to);
                text.setLength(0);
                from = option.span().start();
            }
            text.append(option(option)).append(' ');
            to = option.span().end();
        }
        return run.clause(text.toString().stripTrailing(), from, column.span().end());
    }

    /** With words before and after it, such as {@code add} and {@code not valid}. */
    static ClauseRun constraint(Constraint constraint, String before, String after, ClauseRun run) {
        String words =
                before + (constraint.name() == null ? "" : "constraint " + TermPrinter.of(constraint.name()) + ' ');
        Span span = constraint.span();
        return switch (constraint.body()) {
            case PrimaryKey it ->
                run.clause(words + "primary key " + TermPrinter.columns(it.columns()) + after, span, span);
            case Unique it -> run.clause(words + "unique " + TermPrinter.columns(it.columns()) + after, span, span);
            case Check it -> run.clause(words + "check " + TermPrinter.of(it.condition()) + after, span, span);
            case ForeignKey it ->
                run.clause(
                                words + "foreign key " + TermPrinter.columns(it.columns()),
                                span,
                                it.columns().getLast().span())
                        .clause(
                                references(it.references()) + after,
                                it.references().table().span(),
                                span);
        };
    }

    private static String option(ColumnOption option) {
        return switch (option) {
            case NotNull it -> "not null";
            case ColumnPrimaryKey it -> "primary key";
            case ColumnUnique it -> "unique";
            case ColumnCheck it -> "check " + TermPrinter.of(it.condition());
            case ColumnComment it -> "comment " + TermPrinter.of(it.text());
            case Collate it -> "collate " + TermPrinter.of(it.collation());
            case Default it -> "default " + TermPrinter.of(it.value());
            case Identity it ->
                "identity" + TermPrinter.when(it.always(), " always") + numbers(it.start(), it.increment());
            case Generated it -> "generated " + TermPrinter.of(it.expression()) + storage(it.storage());
            case ColumnReferences it -> references(it.references());
        };
    }

    private static String numbers(@Nullable BigInteger start, @Nullable BigInteger increment) {
        if (start == null && increment == null) {
            return "";
        }
        String first = start == null ? "" : "start " + start;
        String second = increment == null ? "" : "increment " + increment;
        return " (" + (first + ' ' + second).strip() + ')';
    }

    private static String storage(TableItem.@Nullable Storage storage) {
        return storage == null
                ? ""
                : switch (storage) {
                    case STORED -> " stored";
                    case VIRTUAL -> " virtual";
                };
    }

    private static String references(References references) {
        return "references "
                + TermPrinter.of(references.table())
                + TermPrinter.optionalColumns(references.columns())
                + action(" on delete ", references.onDelete())
                + action(" on update ", references.onUpdate())
                + deferrable(references.deferrable());
    }

    private static String action(String before, @Nullable ReferenceAction action) {
        return action == null
                ? ""
                : before
                        + switch (action) {
                            case CASCADE -> "cascade";
                            case RESTRICT -> "restrict";
                            case SET_NULL -> "set null";
                            case SET_DEFAULT -> "set default";
                            case NO_ACTION -> "no action";
                        };
    }

    private static String deferrable(TableItem.@Nullable Deferrable deferrable) {
        return deferrable == null
                ? ""
                : switch (deferrable) {
                    case UNSTATED -> " deferrable";
                    case INITIALLY_DEFERRED -> " deferrable initially deferred";
                    case INITIALLY_IMMEDIATE -> " deferrable initially immediate";
                };
    }
}
