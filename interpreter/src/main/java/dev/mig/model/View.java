package dev.mig.model;

import java.util.List;

/**
 * A view, with the query text from its revision.
 *
 * @param query never compared with what a database says of it: databases rewrite it
 * @param indexes of a materialized view only
 */
public record View(QualifiedIdentifier name, String query, boolean materialized, List<Index> indexes) {
    public View {
        indexes = List.copyOf(indexes);
    }
}
