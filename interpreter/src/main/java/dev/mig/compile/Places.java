package dev.mig.compile;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.source.Span;

/** Where the names in operations were written. */
interface Places {
    /** For operations that were not written name by name: each stands where its operation stands. */
    Places WHOLE_OPERATIONS = (identifier, otherwise) -> otherwise;

    /** @param otherwise the place of the operation, for names that nobody wrote */
    Span of(Identifier identifier, Span otherwise);

    default Span of(QualifiedIdentifier name, Span otherwise) {
        return of(name.name(), otherwise);
    }
}
