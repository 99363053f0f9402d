package dev.mig.model;

import org.jspecify.annotations.Nullable;

/** An identifier, optionally within a schema; without one, the connection's schema is meant. */
public record QualifiedIdentifier(@Nullable Identifier schema, Identifier name) {
    public static QualifiedIdentifier of(Identifier name) {
        return new QualifiedIdentifier(null, name);
    }

    public static QualifiedIdentifier bare(String name) {
        return of(Identifier.bare(name));
    }

    /** The same schema, another name. */
    public QualifiedIdentifier named(Identifier other) {
        return new QualifiedIdentifier(schema, other);
    }

    /** As messages show it. */
    @Override
    public String toString() {
        return schema == null ? name.toString() : schema + "." + name;
    }
}
