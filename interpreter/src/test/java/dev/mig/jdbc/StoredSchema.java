package dev.mig.jdbc;

import dev.mig.compile.GeneratedNames;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.View;
import dev.mig.script.SqlStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema with what a database keeps of it: where two things of the language are one thing in the database, one of
 * them. Texts that a database keeps in its own words, or not at all, are left out.
 */
final class StoredSchema {
    private final SqlStyle style;
    private final Database database;

    StoredSchema(SqlStyle style) {
        this.style = style;
        this.database = style.database();
    }

    SchemaModel of(SchemaModel model) {
        return SchemaModel.of(
                model.folding(),
                schemasAreDatabases() ? List.of() : model.schemas(),
                hasEnumsInColumns() ? List.of() : model.enumTypes(),
                model.sequences(),
                model.tables().stream()
                        .filter(it -> !schemasAreDatabases() || it.name().schema() == null)
                        .map(this::table)
                        .toList(),
                model.views().stream()
                        .map(it -> new View(it.name(), "", it.materialized(), it.indexes()))
                        .toList());
    }

    private boolean schemasAreDatabases() {
        return database.spokenForBy(List.of(Database.MYSQL)).isPresent();
    }

    private boolean hasEnumsInColumns() {
        return !style.types().inlineEnum().isEmpty();
    }

    private Table table(Table table) {
        List<Constraint> constraints = new ArrayList<>(
                table.constraints().stream().map(it -> constraint(it, table)).toList());
        List<Index> indexes = new ArrayList<>(table.indexes());
        if (schemasAreDatabases()) {
            // A unique index is a unique constraint.
            for (Index index : table.indexes()) {
                List<Identifier> plain = index.elements().stream()
                        .filter(it -> it.order() == null)
                        .flatMap(it -> it.key() instanceof Index.ColumnKey(Identifier column)
                                ? java.util.stream.Stream.of(column)
                                : java.util.stream.Stream.of())
                        .toList();
                if (index.unique() && plain.size() == index.elements().size()) {
                    indexes.remove(index);
                    constraints.add(new Constraint.Unique(index.name(), plain));
                }
            }
        }
        return table.withColumns(
                        table.columns().stream().map(it -> column(it, table)).toList())
                .withConstraints(constraints)
                .withIndexes(indexes);
    }

    private Constraint constraint(Constraint constraint, Table table) {
        boolean nameless = schemasAreDatabases() && constraint instanceof Constraint.PrimaryKey;
        return nameless ? constraint.withName(GeneratedNames.primaryKey(table.name())) : constraint;
    }

    private Column column(Column column, Table table) {
        Column landed = column;
        if (column.type() instanceof ColumnType.Enum type && hasEnumsInColumns()) {
            String name = table.name().name().text() + "_" + column.name().text();
            landed =
                    landed.withType(new ColumnType.Enum(QualifiedIdentifier.of(Identifier.exact(name)), type.values()));
        }
        if (database == Database.SQLITE) {
            landed = landed.withType(landed.identity() != null ? Plain.BIGINT : sqlite(landed.type()));
            if (landed.defaultValue() instanceof SqlValue.Keyword(var word)) {
                landed = landed.withDefault(
                        new SqlValue.Expression("(" + style.words().get(word) + ")"));
            }
        }
        return landed;
    }

    private static ColumnType sqlite(ColumnType type) {
        return type == Plain.UUID || type == Plain.JSON ? Plain.TEXT : type;
    }
}
