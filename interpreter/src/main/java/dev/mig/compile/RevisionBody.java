package dev.mig.compile;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import org.jspecify.annotations.Nullable;

/** A revision that has been parsed but not compiled; it may be compiled for several databases. */
public interface RevisionBody {
    Header header();

    /** Adds what the upgrade does to the draft of the workbench. */
    void upgrade(CompilationUnit bench);

    Way way(CompilationUnit bench);

    /** Adds what the downgrade does, if it is {@link Written}. */
    void downgrade(CompilationUnit bench);

    /** What the file says of the way back. */
    sealed interface Way {}

    record Written() implements Way {}

    record Derived() implements Way {}

    record None(@Nullable String reason, Span span) implements Way {}
}
