package dev.mig.compile;

import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Creates identifiers from written names, and remembers where each was written.
 *
 * <p>Operations carry the place of a whole statement only. A diagnostic about one of the names in it wants the name
 * underlined: so each written name becomes an identifier object of its own, and the place is found by that object.
 */
final class Names implements Places {
    private final Variables variables;
    private final Problems problems;
    private final IdentityHashMap<Identifier, Span> places = new IdentityHashMap<>();
    private final Set<QualifiedIdentifier> qualified = new LinkedHashSet<>();
    private final Set<QualifiedIdentifier> referredTo = new LinkedHashSet<>();

    Names(Variables variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    Identifier identifier(Name name) {
        String text = name.quoted() ? variables.replaced(name.text(), name.span()) : name.text();
        if (text.isEmpty()) {
            problems.error(
                    Code.NAME_MALFORMED,
                    name.span(),
                    "a name has at least one character",
                    "a variable in it is empty: give it a value with -x NAME=VALUE, or in [vars] of migrate.toml");
            text = "?";
        }
        Identifier identifier = new Identifier(text, name.quoted());
        places.put(identifier, name.span());
        return identifier;
    }

    List<Identifier> identifiers(List<Name> names) {
        return names.stream().map(this::identifier).toList();
    }

    /** The name of something that revisions create: a table, a view, an index, a type. */
    QualifiedIdentifier qualified(QualifiedName name) {
        QualifiedIdentifier made = function(name);
        qualified.add(made);
        return made;
    }

    /** The name of a table that a foreign key refers to. */
    QualifiedIdentifier target(QualifiedName name) {
        QualifiedIdentifier made = function(name);
        referredTo.add(made);
        return made;
    }

    /** The name of something built into the database: a function, an operator class. */
    QualifiedIdentifier function(QualifiedName name) {
        List<Name> parts = name.parts();
        if (parts.size() > 2) {
            problems.error(
                    Code.NAME_MALFORMED,
                    name.span(),
                    "\"" + name + "\" has too many parts",
                    "a name is written name or schema.name; the database is the one that is connected to");
        }
        Identifier last = identifier(name.last());
        return parts.size() < 2
                ? QualifiedIdentifier.of(last)
                : new QualifiedIdentifier(identifier(parts.get(parts.size() - 2)), last);
    }

    /** The tables that foreign keys refer to. */
    Set<QualifiedIdentifier> referredTo() {
        return referredTo;
    }

    /** All other names of things that revisions create. */
    Set<QualifiedIdentifier> qualifiedNames() {
        return qualified;
    }

    @Override
    public Span of(Identifier identifier, Span otherwise) {
        return places.getOrDefault(identifier, otherwise);
    }
}
