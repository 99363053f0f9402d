package dev.mig.diff;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.EnumType;
import dev.mig.model.Folding;
import dev.mig.model.Index;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.model.Table;
import dev.mig.model.View;
import dev.mig.script.SqlStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schema of a database in the words of the revisions that created it, wherever these still agree, so that dropped
 * objects are recreated as they were written, and objects unknown to the database are taken from the revisions.
 */
public final class Overlay {
    private final NormalForm normal;
    private final Folding folding;

    /** @param basis whose words the meaning of the revisions' schema is in */
    public Overlay(SqlStyle style, ComparisonBasis basis) {
        this.normal = new NormalForm(style, basis);
        this.folding = style.folding();
    }

    /**
     * @param database as it tells what it has
     * @param revisions what the applied revisions say that it has
     */
    public ComparedSchema of(SchemaModel database, ComparedSchema revisions) {
        List<Table> tables =
                database.tables().stream().map(it -> table(it, revisions)).toList();
        SchemaModel written = SchemaModel.of(
                folding,
                database.schemas(),
                enums(database, revisions.written(), tables),
                database.sequences(),
                tables,
                database.views().stream().map(it -> view(it, revisions)).toList());
        List<SchemaObject> objects = new ArrayList<>(revisions.written().objects());
        for (SchemaObject object : database.objects()) {
            if (!isOf(revisions.written(), object) && !isOf(revisions.meaning(), object)) {
                objects.add(object);
            }
        }
        return new ComparedSchema(written.withObjects(objects), database);
    }

    private static boolean isOf(SchemaModel model, SchemaObject object) {
        return model.object(object.kind(), object.name()).known().isPresent();
    }

    /** For inline enums: those of the revisions, and of columns that no revision defined so. */
    private List<EnumType> enums(SchemaModel database, SchemaModel revisions, List<Table> tables) {
        if (normal.knowsEnums()) {
            return database.enumTypes();
        }
        List<EnumType> types = new ArrayList<>(revisions.enumTypes());
        database.enumTypes().stream()
                .filter(it -> revisions.enumType(it.name()).known().isEmpty())
                .filter(it -> tables.stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> EnumChanges.sameEnum(
                                column.type(), new ColumnType.Enum(it.name(), it.values()), folding)))
                .forEach(types::add);
        return types;
    }

    private Table table(Table table, ComparedSchema revisions) {
        Table meant = revisions.meaning().table(table.name()).known().orElse(null);
        Table said = revisions.written().table(table.name()).known().orElse(null);
        if (meant == null || said == null) {
            return table;
        }
        return new Table(
                said.name(),
                table.columns().stream()
                        .map(it -> column(it, table, meant, said))
                        .toList(),
                constraints(table, meant, said),
                indexes(table, meant, said),
                table.comment(),
                said.options());
    }

    private Column column(Column column, Table table, Table meant, Table said) {
        return meant.column(column.name(), folding)
                .filter(it -> normal.column(meant, it).equals(normal.column(table, column)))
                .flatMap(it -> said.column(it.name(), folding))
                .orElse(column);
    }

    /**
     * Differences between a revision's table and the database's report of it are the database's representation of
     * the same thing.
     */
    private List<Constraint> constraints(Table table, Table meant, Table said) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            boolean same = meant.constraint(constraint.name(), folding)
                    .filter(it -> normal.constraint(it).equals(normal.constraint(constraint)))
                    .isPresent();
            if (same) {
                said.constraint(constraint.name(), folding).ifPresent(constraints::add);
            } else {
                constraints.add(constraint);
            }
        }
        return constraints;
    }

    /** Including those that the database reports as constraints. */
    private List<Index> indexes(Table table, Table meant, Table said) {
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            indexes.add(meant.index(index.name(), folding)
                    .filter(it -> normal.index(it).equals(normal.index(index)))
                    .flatMap(it -> said.index(it.name(), folding))
                    .orElse(index));
        }
        for (Constraint constraint : table.constraints()) {
            boolean same = meant.constraint(constraint.name(), folding)
                    .filter(it -> normal.constraint(it).equals(normal.constraint(constraint)))
                    .isPresent();
            if (same) {
                said.index(constraint.name(), folding).ifPresent(indexes::add);
            }
        }
        return indexes;
    }

    private View view(View view, ComparedSchema revisions) {
        Optional<View> meant = revisions.meaning().view(view.name()).known();
        Optional<View> said = revisions.written().view(view.name()).known();
        boolean same =
                meant.filter(it -> normal.view(it).equals(normal.view(view))).isPresent();
        return same ? said.orElse(view) : view;
    }

    /**
     * What a database has, where nobody could ask it how it would tell the other schema: a view's text means nothing
     * then beside the database's, and is taken to be what its author, or else the other side, says.
     */
    public static SchemaModel withViewsOf(SchemaModel database, SchemaModel revisions, SchemaModel other) {
        List<View> views = database.views().stream()
                .map(it -> revisions
                        .view(it.name())
                        .known()
                        .or(() -> other.view(it.name()).known())
                        .map(said -> new View(it.name(), said.query(), it.materialized(), it.indexes()))
                        .orElse(it))
                .toList();
        return SchemaModel.of(
                        database.folding(),
                        database.schemas(),
                        database.enumTypes(),
                        database.sequences(),
                        database.tables(),
                        views)
                .withObjects(database.objects());
    }
}
