package dev.mig.compile;

import dev.mig.model.Lookup;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.List;

/** Checks that names exist, or are free. */
final class NameRules {
    private final Places places;
    private final Problems problems;
    private final NameResolver resolver;

    NameRules(Places places, Problems problems, NameResolver resolver) {
        this.places = places;
        this.problems = problems;
        this.resolver = resolver;
    }

    /** @param drop the statement that sets the name free */
    static String another(String drop) {
        return "choose another name, or first: " + drop;
    }

    void newRelation(QualifiedIdentifier name, Span span, SchemaModel before) {
        Span place = places.of(name, span);
        if (before.table(name).known().isPresent()) {
            problems.error(
                    Code.TABLE_TAKEN, place, "a table \"" + name + "\" exists already", another("drop table " + name));
        } else if (before.view(name).known().isPresent()) {
            problems.error(
                    Code.TABLE_TAKEN, place, "a view \"" + name + "\" exists already", another("drop view " + name));
        }
    }

    void view(QualifiedIdentifier name, Span span, SchemaModel before) {
        existing(
                "view",
                name,
                before.view(name),
                span,
                before.views().stream().map(it -> it.name().toString()).toList());
    }

    void newName(String what, QualifiedIdentifier name, Lookup<?> found, Span span) {
        if (found instanceof Lookup.Known) {
            problems.error(
                    Code.NAME_TAKEN,
                    places.of(name, span),
                    "a " + what + " \"" + name + "\" exists already",
                    "choose another name, or drop that one first");
        }
    }

    void existing(String what, QualifiedIdentifier name, Lookup<?> found, Span span, List<String> known) {
        if (found instanceof Lookup.Absent) {
            String message = what + " \"" + name + "\" does not exist";
            if (known.isEmpty()) {
                problems.error(
                        Code.NAME_UNKNOWN,
                        places.of(name, span),
                        message,
                        "no revision before this line makes it, or one has dropped it");
            } else {
                problems.error(
                        Code.NAME_UNKNOWN,
                        places.of(name, span),
                        message,
                        NameResolver.likeOrAll(name.toString(), known, what + "s"));
            }
        } else if (found instanceof Lookup.Outside) {
            resolver.noteOutside(what, name, span, known);
        }
    }
}
