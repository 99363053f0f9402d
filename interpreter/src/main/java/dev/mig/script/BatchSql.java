package dev.mig.script;

import dev.mig.model.Identifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements of a batched change of rows, with a {@code ?} for each key column.
 *
 * <p>A batch is what lies after the last key of the batch before it, up to the key that stands {@code size} rows
 * further; the last batch has no end and takes the rows without a key as well.
 */
public final class BatchSql {
    private final Statement.Batched statement;
    private final SqlStyle style;
    private final List<Identifier> key;

    public BatchSql(Statement.Batched statement, SqlStyle style) {
        this.statement = statement;
        this.style = style;
        this.key = statement.key();
    }

    /**
     * Selects the key that ends a batch, or no row if it is the last batch.
     *
     * @param after whether a batch went before: its last key is bound first
     */
    public String end(boolean after) {
        String columns = style.quoted(key);
        return "select " + columns + " from " + style.quoted(statement.table())
                + where(Stream.concat(
                        after ? Stream.of(compared(" > ")) : Stream.of(),
                        key.size() == 1 ? Stream.of(columns + " is not null") : Stream.of()))
                + " order by " + columns + " limit 1 offset " + (statement.size() - 1);
    }

    /** Changes the rows of a batch: the values of the statement are bound first, then the key before, then its end. */
    public String change(boolean after, boolean bounded) {
        String lower = bounded || key.size() > 1
                ? compared(" > ")
                : "(" + compared(" > ") + " or " + style.quoted(key.getFirst()) + " is null)";
        return statement.head().parameterized()
                + where(Stream.concat(
                        after ? Stream.of(lower) : Stream.of(), bounded ? Stream.of(compared(" <= ")) : Stream.of()));
    }

    private String compared(String operator) {
        String marks = key.stream().map(it -> "?").collect(Collectors.joining(", "));
        return key.size() == 1
                ? style.quoted(key.getFirst()) + operator + "?"
                : "(" + style.quoted(key) + ")" + operator + "(" + marks + ")";
    }

    private String where(Stream<String> bounds) {
        String own = statement.where();
        String all = Stream.concat(own == null ? Stream.of() : Stream.of(own), bounds)
                .collect(Collectors.joining(" and "));
        return all.isEmpty() ? "" : " where " + all;
    }
}
