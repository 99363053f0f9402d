package dev.mig.project;

import dev.mig.jdbc.DatabaseReader;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Identifier;
import dev.mig.report.Page.Definition;
import dev.mig.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A loss and how many rows or values it affects now; empty if that could not be counted. */
public record CountedLoss(Loss.InTable loss, OptionalLong count) {
    public static List<CountedLoss> of(List<Loss> losses, DatabaseReader reader) {
        return losses.stream()
                .flatMap(it -> inTables(it, reader))
                .map(it -> new CountedLoss(
                        it,
                        switch (it) {
                            case Loss.OfTable loss -> reader.rows(loss.table(), null);
                            case Loss.OfColumn loss -> reader.values(loss.table(), loss.column());
                            case Loss.OfRows loss -> reader.rows(loss.table(), loss.where());
                        }))
                .toList();
    }

    /** The database knows which tables a schema contains, whoever created them. */
    private static Stream<Loss.InTable> inTables(Loss loss, DatabaseReader reader) {
        return switch (loss) {
            case Loss.InTable it -> Stream.of(it);
            case Loss.OfSchema(Identifier schema, Span span) ->
                reader.schema(Scope.of(List.of(schema.text() + ".*"), List.of())).tables().stream()
                        .map(it -> new Loss.OfTable(it.name(), span));
        };
    }

    public boolean isNothing() {
        return count.isPresent() && count.getAsLong() == 0;
    }

    /** {@code orders.note}: {@code 3 values, with the column}. */
    public Definition definition() {
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
