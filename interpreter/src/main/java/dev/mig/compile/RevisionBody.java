package dev.mig.compile;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import org.jspecify.annotations.Nullable;

/** A revision that has been parsed but not compiled; it may be compiled for several databases. */
public interface RevisionBody {
    Header header();

    /** Adds the operations of the upgrade to the unit's draft. */
    void upgrade(CompilationUnit bench);

    Way way(CompilationUnit bench);

    /** Adds the operations of the downgrade, if it is {@link Written}. */
    void downgrade(CompilationUnit bench);

    /** The downgrade according to the file. */
    sealed interface Way {}

    record Written() implements Way {}

    record Derived() implements Way {}

    record None(@Nullable String reason, Span span) implements Way {}
}
