package dev.mig.diff;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;

/**
 * That something has only got another name, which no two schemas can tell: somebody said so, or it was asked.
 *
 * <p>Everything is called as it is called before any renaming.
 */
public sealed interface Rename {
    record OfTable(QualifiedIdentifier table, Identifier to) implements Rename {}

    record OfColumn(QualifiedIdentifier table, Identifier column, Identifier to) implements Rename {}
}
