package dev.mig.project;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.source.Span;
import org.jspecify.annotations.Nullable;

/** Existing rows or values that a plan would delete. */
public sealed interface Loss {
    /** Where the author wrote it. */
    Span span();

    /** A schema goes, with whatever tables the database has in it. */
    record OfSchema(Identifier schema, Span span) implements Loss {}

    /** What is lost is in one table. */
    sealed interface InTable extends Loss {
        /** As it is called now, before the plan. */
        QualifiedIdentifier table();
    }

    /** The table goes, with all of its rows. */
    record OfTable(QualifiedIdentifier table, Span span) implements InTable {}

    /**
     * A column goes, with what is in it.
     *
     * @param column as it is called now
     */
    record OfColumn(QualifiedIdentifier table, Identifier column, Span span) implements InTable {}

    /** @param where with its brackets, in today's names as far as the plan does not rename; null for all rows */
    record OfRows(QualifiedIdentifier table, @Nullable String where, Span span) implements InTable {}
}
