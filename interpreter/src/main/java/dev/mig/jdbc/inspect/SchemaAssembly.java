package dev.mig.jdbc.inspect;

import dev.mig.model.Constraint;
import dev.mig.model.EnumType;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.model.Sequence;
import dev.mig.model.Table;
import dev.mig.model.View;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assembles a schema from catalogue queries, one kind of object at a time: tables first, then rows that belong to
 * them. Tables out of scope are not created, and rows that belong to them are ignored.
 */
final class SchemaAssembly {
    private record Key(String schema, String name) {}

    private final Folding folding;
    private final String current;
    private final Scope scope;
    private final Map<Key, TableParts> tables = new LinkedHashMap<>();
    private final Map<Key, ViewParts> views = new LinkedHashMap<>();
    private final Map<Key, EnumType> enums = new LinkedHashMap<>();
    private final List<Identifier> schemas = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<SchemaObject> objects = new ArrayList<>();

    /** @param current the schema that a name without a schema means, as the database calls it */
    SchemaAssembly(Folding folding, String current, Scope scope) {
        this.folding = folding;
        this.current = current;
        this.scope = scope;
    }

    Identifier name(String stored) {
        return folding.stored(stored);
    }

    List<Identifier> names(List<String> stored) {
        return stored.stream().map(this::name).toList();
    }

    QualifiedIdentifier name(String schema, String stored) {
        return new QualifiedIdentifier(schema.equals(current) ? null : name(schema), name(stored));
    }

    void schema(String stored) {
        if (!stored.equals(current) && scope.hasSchema(stored)) {
            schemas.add(name(stored));
        }
    }

    /** @param options what stands after the columns and makes the table what it is */
    void beginTable(String schema, String stored, @Nullable String comment, List<String> options) {
        QualifiedIdentifier name = name(schema, stored);
        if (scope.hasTable(name, schema, folding)) {
            tables.put(new Key(schema, stored), new TableParts(name, comment, options));
        }
    }

    /** Empty if the table is out of scope. */
    Optional<TableParts> table(String schema, String stored) {
        return Optional.ofNullable(tables.get(new Key(schema, stored)));
    }

    void beginView(String schema, String stored, String query, boolean materialized) {
        QualifiedIdentifier name = name(schema, stored);
        if (!scope.isOfTables() && scope.has(name, schema, folding)) {
            views.put(new Key(schema, stored), new ViewParts(name, query.strip(), materialized));
        }
    }

    /** The indexes of a table or a materialized view that is looked at. */
    Optional<IndexParts> index(String schema, String owner, String stored) {
        Key key = new Key(schema, owner);
        TableParts table = tables.get(key);
        ViewParts view = views.get(key);
        return table != null
                ? Optional.of(table.index(name(stored)))
                : view != null ? Optional.of(view.indexes().part(name(stored))) : Optional.empty();
    }

    void sequence(String schema, String stored, @Nullable BigInteger start, @Nullable BigInteger increment) {
        QualifiedIdentifier name = name(schema, stored);
        if (!scope.isOfTables() && scope.has(name, schema, folding)) {
            sequences.add(new Sequence(name, unlessOne(start), unlessOne(increment)));
        }
    }

    /**
     * An object without a statement of the language.
     *
     * @param name in its schema, or on its table
     */
    void object(String kind, String schema, QualifiedIdentifier name, String create, String drop) {
        if (!scope.isOfTables() && scope.has(name, schema, folding)) {
            objects.add(new SchemaObject(kind, name, create, drop));
        }
    }

    /** A trigger, where its table is looked at. */
    void objectOfTable(String kind, String schema, String table, QualifiedIdentifier name, String create, String drop) {
        if (tables.containsKey(new Key(schema, table)) || views.containsKey(new Key(schema, table))) {
            objects.add(new SchemaObject(kind, name, create, drop));
        }
    }

    /** Kept even if out of scope: a column in scope may use it. */
    void enumType(String schema, String stored, List<String> values) {
        enums.put(new Key(schema, stored), new EnumType(name(schema, stored), values));
    }

    /** Where an enum stands in its column only, it is called after table and column. */
    QualifiedIdentifier columnEnum(String schema, String table, String column, List<String> values) {
        String stored = table + "_" + column;
        enumType(schema, stored, values);
        return name(schema, stored);
    }

    Optional<EnumType> enumType(String schema, String stored) {
        return Optional.ofNullable(enums.get(new Key(schema, stored)));
    }

    /** Defaults are omitted: an identity or sequence starts with 1 and increments by 1. */
    static @Nullable BigInteger unlessOne(@Nullable BigInteger number) {
        return BigInteger.ONE.equals(number) ? null : number;
    }

    /** A foreign key without columns refers to the primary key: filled in if the target is in scope. */
    private List<Table> withTargetsOfKeys(List<Table> whole) {
        Map<String, List<Identifier>> primary = new HashMap<>();
        whole.forEach(table ->
                table.primaryKey().ifPresent(it -> primary.put(folding.key(table.name()), it.columns())));
        return whole.stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                        .map(it -> it instanceof Constraint.ForeignKey key
                                        && key.targetColumns().isEmpty()
                                ? key.withTarget(
                                        key.target(), primary.getOrDefault(folding.key(key.target()), List.of()))
                                : it)
                        .toList()))
                .toList();
    }

    SchemaModel model() {
        List<EnumType> types = new ArrayList<>();
        enums.forEach((key, type) -> {
            if (scope.has(type.name(), key.schema(), folding)) {
                types.add(type);
            }
        });
        List<Table> whole = withTargetsOfKeys(
                tables.values().stream().map(TableParts::table).toList());
        List<View> looked = views.values().stream().map(ViewParts::view).toList();
        return SchemaModel.of(folding, schemas, types, sequences, whole, looked).withObjects(objects);
    }

    private record ViewParts(
            QualifiedIdentifier name, String query, boolean materialized, NamedParts<IndexParts> indexes) {
        ViewParts(QualifiedIdentifier name, String query, boolean materialized) {
            this(name, query, materialized, new NamedParts<>(IndexParts::new));
        }

        View view() {
            return new View(name, query, materialized, indexes.each(IndexParts::index));
        }
    }
}
