package dev.mig.jdbc.inspect;

import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.syntax.tree.Statement.Nulls;
import dev.mig.syntax.tree.Statement.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index being assembled. */
final class IndexParts {
    private final Identifier name;
    private final List<Index.Element> elements = new ArrayList<>();
    private final List<Identifier> include = new ArrayList<>();
    private boolean unique;
    private @Nullable Identifier method;
    private @Nullable String where;

    IndexParts(Identifier name) {
        this.name = name;
    }

    IndexParts unique(boolean unique) {
        this.unique = unique;
        return this;
    }

    /** @param method null for the one that indexes have unless told otherwise */
    IndexParts method(@Nullable Identifier method) {
        this.method = method;
        return this;
    }

    /** @param condition null for all rows */
    IndexParts where(@Nullable String condition) {
        where = condition == null ? null : Brackets.around(condition);
        return this;
    }

    IndexParts column(Identifier column, boolean descending, @Nullable Nulls nulls) {
        return element(new Index.ColumnKey(column), null, descending, nulls);
    }

    IndexParts expression(String sql, boolean descending, @Nullable Nulls nulls) {
        return element(expression(sql), null, descending, nulls);
    }

    static Index.Key expression(String sql) {
        return new Index.ExpressionKey(new SqlValue.Expression(Brackets.around(sql)));
    }

    /** Ascending order and the default position of nulls are omitted. */
    IndexParts element(
            Index.Key key, @Nullable QualifiedIdentifier operatorClass, boolean descending, @Nullable Nulls nulls) {
        elements.add(new Index.Element(key, operatorClass, descending ? Order.DESC : null, nulls));
        return this;
    }

    IndexParts include(Identifier column) {
        include.add(column);
        return this;
    }

    Index index() {
        return new Index(name, unique, method, elements, include, where);
    }
}
