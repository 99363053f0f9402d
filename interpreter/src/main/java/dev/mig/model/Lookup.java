package dev.mig.model;

import dev.mig.source.Span;
import java.util.Optional;

/** What the replayed schema knows about a name. */
public sealed interface Lookup<T> {

    /** It exists, and this is what it is. */
    record Known<T>(T value) implements Lookup<T> {}

    /** It existed, or it was renamed, and it is gone. */
    record Absent<T>(Span since) implements Lookup<T> {}

    /** Raw SQL names it, so its definition is unknown. */
    record Unknown<T>(Span because) implements Lookup<T> {}

    /** No revision creates it: only the database knows. */
    record Outside<T>() implements Lookup<T> {}

    /** What it is, where that is known. */
    default Optional<T> known() {
        return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
