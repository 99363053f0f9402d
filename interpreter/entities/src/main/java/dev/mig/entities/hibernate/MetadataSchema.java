package dev.mig.entities.hibernate;

import dev.mig.entities.EntityMapping.Request;
import dev.mig.entities.EntityMapping.Wanted;
import dev.mig.model.EnumType;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Sequence;
import dev.mig.model.SqlValue;
import dev.mig.model.View;
import dev.mig.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a metadata as a schema. What Hibernate makes beside tables, sequences, views and enums (structs, casts)
 * is left out: it belongs into a {@code schema.mig}.
 */
final class MetadataSchema {
    private static final Pattern ENUM = Pattern.compile("(?is)create (?:type|domain) (\\S+) as enum ?\\((.*)\\)");
    private static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");

    private static final Pattern INSERT = Pattern.compile("(?i)insert into .* values ?\\( ?(\\d+) ?\\)");

    private final Metadata metadata;
    private final Folding folding;
    private final Names names;
    private final DdlTypes types;
    private final SqlStringGenerationContext sql;
    private final Set<Identifier> schemas = new LinkedHashSet<>();
    private final List<EnumType> enums = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<dev.mig.model.Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Operation.Insert> firstRows = new ArrayList<>();

    MetadataSchema(Metadata metadata, Request request) {
        this.metadata = metadata;
        this.folding = request.server().database().folding();
        this.names = new Names(request);
        this.sql = SqlStringGenerationContextImpl.fromConfigurationMap(
                metadata.getDatabase().getJdbcEnvironment(),
                metadata.getDatabase(),
                new LinkedHashMap<>(request.settings()));
        this.types = new DdlTypes(request.server().database());
    }

    Wanted wanted() {
        metadata.getDatabase().getAuxiliaryDatabaseObjects().forEach(this::enumType);
        TableReading reading = new TableReading(metadata, names, types, enums);
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (org.hibernate.boot.model.relational.Sequence it : namespace.getSequences()) {
                sequences.add(new Sequence(
                        inSchema(names.of(
                                it.getName().getCatalogName(),
                                it.getName().getSchemaName(),
                                it.getName().getObjectName())),
                        unlessOne(it.getInitialValue()),
                        unlessOne(it.getIncrementSize())));
            }
            for (Table table : namespace.getTables()) {
                if (table.isPhysicalTable()) {
                    table(table, reading);
                }
            }
        }
        return new Wanted(SchemaModel.of(folding, List.copyOf(schemas), enums, sequences, tables, views), firstRows);
    }

    private void table(Table table, TableReading reading) {
        QualifiedIdentifier name = inSchema(names.of(table));
        String query = table.getViewQuery();
        if (query != null) {
            views.add(new View(name, query, false, List.of()));
            return;
        }
        tables.add(reading.table(name, table));
        for (InitCommand command : table.getInitCommands(sql)) {
            for (String statement : command.initCommands()) {
                firstRow(name, table, statement);
            }
        }
    }

    /** On databases without sequences, Hibernate counts in a table and expects to find the initial number there. */
    private void firstRow(QualifiedIdentifier name, Table table, String statement) {
        Matcher insert = INSERT.matcher(statement);
        if (insert.matches() && table.getColumns().size() == 1) {
            List<Identifier> columns =
                    table.getColumns().stream().map(TableReading::name).toList();
            List<SqlValue> row = List.of(new SqlValue.Number(insert.group(1)));
            firstRows.add(new Operation.Insert(name, columns, List.of(row), new Operation.Unstated(), Span.none()));
        }
    }

    /** A named enum is kept as a statement. */
    private void enumType(AuxiliaryDatabaseObject object) {
        for (String statement : object.sqlCreateStrings(sql)) {
            Matcher enumeration = ENUM.matcher(statement);
            if (enumeration.matches()) {
                List<String> values = VALUE.matcher(enumeration.group(2))
                        .results()
                        .map(it -> it.group(1).replace("''", "'"))
                        .toList();
                enums.add(new EnumType(inSchema(names.ofSql(enumeration.group(1))), values));
            }
        }
    }

    /** An object in a schema needs the schema as well. */
    private QualifiedIdentifier inSchema(QualifiedIdentifier name) {
        Identifier schema = name.schema();
        if (schema != null) {
            schemas.add(schema);
        }
        return name;
    }

    private static @Nullable BigInteger unlessOne(int number) {
        return number == 1 ? null : BigInteger.valueOf(number);
    }
}
