package dev.mig.command;

import dev.mig.jdbc.Look;
import dev.mig.report.Page.Definition;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A loss and how much of it there is right now; empty where that could not be counted. */
record Counted(Loss loss, OptionalLong count) {
    static List<Counted> of(List<Loss> losses, Look look) {
        return losses.stream()
                .map(it -> new Counted(
                        it,
                        switch (it) {
                            case Loss.OfTable loss -> look.rows(loss.table(), null);
                            case Loss.OfColumn loss -> look.values(loss.table(), loss.column());
                            case Loss.OfRows loss -> look.rows(loss.table(), loss.where());
                        }))
                .toList();
    }

    boolean isNothing() {
        return count.isPresent() && count.getAsLong() == 0;
    }

    /** {@code orders.note}: {@code 3 values, with the column}. */
    Definition definition() {
        return new Definition(what(), amount());
    }

    String what() {
        return loss instanceof Loss.OfColumn(var table, var column, var span)
                ? table + "." + column
                : "" + loss.table();
    }

    String amount() {
        String number =
                count.isPresent() ? String.format(Locale.ROOT, "%,d", count.getAsLong()) : "an unknown number of";
        String s = count.isPresent() && count.getAsLong() == 1 ? "" : "s";
        return switch (loss) {
            case Loss.OfTable it -> number + " row" + s + ", with the table";
            case Loss.OfColumn it -> number + " value" + s + ", with the column";
            case Loss.OfRows it -> number + " row" + s;
        };
    }
}
