package dev.mig.syntax.tree;

import dev.mig.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as written, with aliases replaced by portable names ({@code int} by {@code integer}). */
public sealed interface TypeName {
    Span span();

    /**
     * A type of the table, or one made by {@code create type}.
     *
     * @param arguments what stood in brackets, at most two numbers
     * @param dimensions how many {@code []} follow
     */
    record Named(QualifiedName name, List<Integer> arguments, int dimensions, Span span) implements TypeName {
        public Named {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * {@code native 'citext'} or {@code native { postgresql 'citext' else 'varchar(255)' }}.
     *
     * @param choices empty for the form without braces, whose text is {@code otherwise}
     */
    record Native(List<Choice> choices, @Nullable Text otherwise, int dimensions, Span span) implements TypeName {
        public Native {
            choices = List.copyOf(choices);
        }
    }

    record Choice(List<Name> dialects, Text type) {
        public Choice {
            dialects = List.copyOf(dialects);
        }
    }
}
