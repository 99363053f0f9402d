package dev.mig.jdbc.inspect;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table being assembled. */
final class TableParts {
    private final QualifiedIdentifier name;
    private final @Nullable String comment;
    private final List<String> options;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final NamedParts<KeyParts> keys = new NamedParts<>(KeyParts::new);
    private final NamedParts<IndexParts> indexes = new NamedParts<>(IndexParts::new);

    TableParts(QualifiedIdentifier name, @Nullable String comment, List<String> options) {
        this.name = name;
        this.options = new ArrayList<>(options);
        this.comment = comment;
    }

    QualifiedIdentifier name() {
        return name;
    }

    void option(String option) {
        options.add(option);
    }

    void add(Column column) {
        columns.add(column);
    }

    /** Whether it has such a column, of a length or of any. */
    boolean hasVarchar(Identifier column) {
        return columns.stream()
                .filter(it -> it.name().equals(column))
                .anyMatch(it -> it.type() instanceof ColumnType.Varchar);
    }

    /** What is said in one row, or was put together elsewhere. */
    void add(Constraint constraint) {
        constraints.add(constraint);
    }

    /** A key of which each row of the catalogue tells a column. */
    KeyParts key(Identifier constraint) {
        return keys.part(constraint);
    }

    IndexParts index(Identifier index) {
        return indexes.part(index);
    }

    /** In conventional order, whatever the order of the queries. */
    private static int rank(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey it -> 1;
            case Constraint.Unique it -> 2;
            case Constraint.Check it -> 3;
            case Constraint.ForeignKey it -> 4;
        };
    }

    Table table() {
        List<Constraint> all = new ArrayList<>(keys.each(KeyParts::constraint));
        all.addAll(constraints);
        all.sort(Comparator.comparingInt(TableParts::rank));
        return new Table(name, columns, all, indexes.each(IndexParts::index), comment, options);
    }
}
