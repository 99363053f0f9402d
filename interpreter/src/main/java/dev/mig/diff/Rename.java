package dev.mig.diff;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;

/**
 * A rename, which cannot be derived from two schemas: it was declared, or confirmed by a person.
 *
 * <p>Everything is called as it is called before any renaming.
 */
public sealed interface Rename {
    record OfTable(QualifiedIdentifier table, Identifier to) implements Rename {}

    record OfColumn(QualifiedIdentifier table, Identifier column, Identifier to) implements Rename {}
}
