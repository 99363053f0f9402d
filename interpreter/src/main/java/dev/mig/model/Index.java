package dev.mig.model;

import dev.mig.syntax.tree.Statement.Nulls;
import dev.mig.syntax.tree.Statement.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param method null for the database's own
 * @param where with its brackets, null for an index over all rows
 */
public record Index(
        Identifier name,
        boolean unique,
        @Nullable Identifier method,
        List<Element> elements,
        List<Identifier> include,
        @Nullable String where) {
    public Index {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
    }

    public record Element(
            Key key,
            @Nullable QualifiedIdentifier operatorClass,
            @Nullable Order order,
            @Nullable Nulls nulls) {}

    public sealed interface Key {}

    public record ColumnKey(Identifier column) implements Key {}

    /** An {@link SqlValue.Expression} or an {@link SqlValue.Call}. */
    public record ExpressionKey(SqlValue expression) implements Key {}

    public Index withName(Identifier to) {
        return new Index(to, unique, method, elements, include, where);
    }
}
