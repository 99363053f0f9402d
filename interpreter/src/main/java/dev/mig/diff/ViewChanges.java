package dev.mig.diff;

import dev.mig.model.Folding;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaObject;
import dev.mig.model.View;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Views and objects: out of the way before the tables below them change, back when they have.
 *
 * <p>A view that is not to change goes and comes back where it reads something that does. Objects are compared as they
 * are written: no database is asked about them.
 */
final class ViewChanges {
    private static final Span NOWHERE = Span.none();

    private final Changes changes;
    private final Normal normal;
    private final Folding folding;

    ViewChanges(Changes changes, Normal normal) {
        this.changes = changes;
        this.normal = normal;
        this.folding = changes.folding();
    }

    /** @param remade the tables that lose a column, or the type of one, or go */
    void go(List<QualifiedIdentifier> remade) {
        for (SchemaObject object : changes.now().written().objects().reversed()) {
            if (!isSame(
                    object,
                    changes.to().written().object(object.kind(), object.name()).known())) {
                changes.add(new Operation.DropObject(
                        object.kind(), object.name(), object.drop(), object.create(), NOWHERE));
            }
        }
        Set<String> touched = new HashSet<>();
        remade.forEach(it -> touched.add(folding.key(it.name())));
        List<View> ordered = ordered(changes.now().meaning().views());
        List<View> going = new ArrayList<>();
        for (View view : ordered) {
            boolean changed =
                    !isSame(view, changes.to().meaning().view(view.name()).known());
            if (changed || readsOneOf(view, touched)) {
                going.add(view);
                touched.add(folding.key(view.name().name()));
            }
        }
        going.reversed().forEach(it -> changes.add(drop(it)));
    }

    void come() {
        for (View view : ordered(changes.to().meaning().views())) {
            View written = written(view);
            if (changes.now().meaning().view(view.name()).known().isEmpty()) {
                changes.add(
                        view.materialized()
                                ? new Operation.CreateMaterializedView(view.name(), written.query(), NOWHERE)
                                : new Operation.CreateView(view.name(), written.query(), false, NOWHERE));
                for (Index index : written.indexes()) {
                    changes.add(new Operation.CreateIndex(view.name(), index, false, false, NOWHERE));
                }
            }
        }
        for (SchemaObject object : changes.to().written().objects()) {
            if (changes.now()
                    .written()
                    .object(object.kind(), object.name())
                    .known()
                    .isEmpty()) {
                changes.add(new Operation.CreateObject(
                        object.kind(), object.name(), object.create(), object.drop(), false, NOWHERE));
            }
        }
    }

    private View written(View view) {
        return changes.to().written().view(view.name()).known().orElse(view);
    }

    private static Operation drop(View view) {
        return view.materialized()
                ? new Operation.DropMaterializedView(view.name(), false, NOWHERE)
                : new Operation.DropView(view.name(), false, NOWHERE);
    }

    private boolean isSame(View view, Optional<View> wanted) {
        return wanted.filter(it -> normal.view(it).equals(normal.view(view))).isPresent();
    }

    private static boolean isSame(SchemaObject object, Optional<SchemaObject> wanted) {
        return wanted.filter(it -> it.create().strip().equals(object.create().strip()))
                .isPresent();
    }

    private boolean readsOneOf(View view, Set<String> names) {
        return RawSql.names(view.query(), folding).stream().anyMatch(names::contains);
    }

    /** Each after those that it reads. */
    private List<View> ordered(List<View> views) {
        List<View> waiting = new ArrayList<>(views);
        List<View> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> names = new HashSet<>();
            waiting.forEach(it -> names.add(folding.key(it.name().name())));
            List<View> free = waiting.stream()
                    .filter(it -> {
                        Set<String> others = new HashSet<>(names);
                        others.remove(folding.key(it.name().name()));
                        return !readsOneOf(it, others);
                    })
                    .toList();
            // Two that seem to read each other do not: a column is called like a view.
            List<View> next = free.isEmpty() ? List.of(waiting.getFirst()) : free;
            ordered.addAll(next);
            waiting.removeAll(next);
        }
        return ordered;
    }
}
