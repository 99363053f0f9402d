package dev.mig.compile;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.source.Span;

/** Where the names in operations were written. */
interface Places {
    /** For operations without written names: each name is where its operation is. */
    Places WHOLE_OPERATIONS = (identifier, otherwise) -> otherwise;

    /** @param otherwise the position of the operation, for generated names */
    Span of(Identifier identifier, Span otherwise);

    default Span of(QualifiedIdentifier name, Span otherwise) {
        return of(name.name(), otherwise);
    }
}
