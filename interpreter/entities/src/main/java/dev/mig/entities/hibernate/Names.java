package dev.mig.entities.hibernate;

import dev.mig.entities.EntityMapping.Request;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Hibernate's names as names of a schema: the strategies have been applied, and the dialect's quotes have not. */
final class Names {
    private final boolean schemaIsCatalog;
    private final @Nullable Identifier usual;
    private final @Nullable Identifier connected;
    private final Request request;

    Names(Request request) {
        Database database = request.server().database();
        this.request = request;
        this.schemaIsCatalog = database == Database.MYSQL || database == Database.MARIADB;
        String said =
                request.settings().get(schemaIsCatalog ? "hibernate.default_catalog" : "hibernate.default_schema");
        String schema = request.server().schema();
        this.usual = said == null ? null : Identifier.bare(said);
        this.connected = schema == null ? null : database.folding().stored(schema);
    }

    QualifiedIdentifier of(Table table) {
        return of(table.getCatalogIdentifier(), table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    /** The connection's own schema is left out. */
    QualifiedIdentifier of(
            org.hibernate.boot.model.naming.@Nullable Identifier catalog,
            org.hibernate.boot.model.naming.@Nullable Identifier schema,
            org.hibernate.boot.model.naming.Identifier name) {
        org.hibernate.boot.model.naming.Identifier written = schemaIsCatalog ? catalog : schema;
        // SQLite has no schemas, and Hibernate omits them.
        boolean none = request.server().database() == Database.SQLITE;
        Identifier in = none ? null : written == null ? usual : of(written);
        boolean own = in != null
                && connected != null
                && request.server().database().folding().same(in, connected);
        return new QualifiedIdentifier(own ? null : in, of(name));
    }

    static Identifier of(org.hibernate.boot.model.naming.Identifier name) {
        return new Identifier(name.getText(), name.isQuoted());
    }

    /** @param name as written in a statement, optionally after its schema */
    QualifiedIdentifier ofSql(String name) {
        int dot = name.lastIndexOf('.');
        return of(
                null,
                dot < 0 ? null : org.hibernate.boot.model.naming.Identifier.toIdentifier(name.substring(0, dot)),
                org.hibernate.boot.model.naming.Identifier.toIdentifier(name.substring(dot + 1)));
    }
}
