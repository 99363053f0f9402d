package dev.mig.diff;

import dev.mig.diff.ReadingOrder.Thing;
import dev.mig.model.Folding;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaObject;
import dev.mig.model.View;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of views and objects: dropped before the tables below them change, recreated after.
 *
 * <p>A view that is not to change goes and comes back where it reads something that does. An object that tables stand
 * on comes before them and goes after them. Two texts of an object are the same where their authors wrote the same,
 * or the database tells the same of both.
 */
final class ViewChanges {
    private static final Span NOWHERE = Span.none();

    private final Changes changes;
    private final NormalForm normal;
    private final Folding folding;
    private final ReadingOrder order;

    ViewChanges(Changes changes, NormalForm normal) {
        this.changes = changes;
        this.normal = normal;
        this.folding = changes.folding();
        this.order = new ReadingOrder(folding);
    }

    /** @param remade the tables that lose a column, or the type of one, or go */
    void go(List<QualifiedIdentifier> remade) {
        Set<String> touched = new HashSet<>();
        remade.forEach(it -> touched.add(folding.key(it.name())));
        Set<SchemaObject> beneath =
                new HashSet<>(order.beneathTables(changes.now().written()));
        List<Operation> going = new ArrayList<>();
        for (Thing thing : order.aboveTables(
                changes.now().meaning().views(), changes.now().written().objects())) {
            boolean goes = switch (thing) {
                case Thing.OfView(View view) ->
                    !isSame(view, changes.to().meaning().view(view.name()).known())
                            || order.names(thing).stream().anyMatch(touched::contains);
                case Thing.OfObject(SchemaObject object) -> goes(object, beneath.contains(object));
            };
            if (goes) {
                going.add(drop(thing));
                touched.add(order.key(thing));
            }
        }
        going.reversed().forEach(changes::add);
    }

    /** @param beneath whether tables depend on it, so that it can be dropped only after they have changed */
    private boolean goes(SchemaObject object, boolean beneath) {
        SchemaObject wanted = wanted(object).orElse(null);
        return wanted == null ? !beneath : !isSame(object, wanted) && !ObjectText.replaces(wanted, object);
    }

    /** Dependencies of new tables. */
    void comeBeneathTables() {
        order.beneathTables(changes.to().written()).forEach(this::come);
    }

    void come() {
        for (Thing thing : order.aboveTables(
                changes.to().meaning().views(), changes.to().written().objects())) {
            switch (thing) {
                case Thing.OfView(View view) -> come(view);
                case Thing.OfObject(SchemaObject object) -> come(object);
            }
        }
    }

    private void come(View view) {
        if (changes.now().meaning().view(view.name()).known().isPresent()) {
            return;
        }
        View written = written(view);
        changes.add(
                view.materialized()
                        ? new Operation.CreateMaterializedView(view.name(), written.query(), NOWHERE)
                        : new Operation.CreateView(view.name(), written.query(), false, NOWHERE));
        for (Index index : written.indexes()) {
            changes.add(new Operation.CreateIndex(view.name(), index, false, false, NOWHERE));
        }
    }

    private void come(SchemaObject object) {
        SchemaObject there = changes.now()
                .written()
                .object(object.kind(), object.name())
                .known()
                .orElse(null);
        if (there == null || !isSame(there, object)) {
            changes.add(new Operation.CreateObject(
                    object.kind(), object.name(), object.create(), object.drop(), there != null, NOWHERE));
        }
    }

    /** Former dependencies of tables, now unused. */
    void goFromBeneathTables() {
        List<Thing> left = order.aboveTables(List.of(), changes.now().written().objects());
        for (Thing thing : left.reversed()) {
            if (thing instanceof Thing.OfObject(SchemaObject object)
                    && wanted(object).isEmpty()) {
                changes.add(drop(thing));
            }
        }
    }

    private Optional<SchemaObject> wanted(SchemaObject object) {
        return changes.to().written().object(object.kind(), object.name()).known();
    }

    private View written(View view) {
        return changes.to().written().view(view.name()).known().orElse(view);
    }

    private static Operation drop(Thing thing) {
        return switch (thing) {
            case Thing.OfView(View it)
            when it.materialized() -> new Operation.DropMaterializedView(it.name(), false, NOWHERE);
            case Thing.OfView(View it) -> new Operation.DropView(it.name(), false, NOWHERE);
            case Thing.OfObject(SchemaObject it) ->
                new Operation.DropObject(it.kind(), it.name(), it.drop(), it.create(), NOWHERE);
        };
    }

    private boolean isSame(View view, Optional<View> wanted) {
        return wanted.filter(it -> normal.view(it).equals(normal.view(view))).isPresent();
    }

    /** As written, or else as the database describes both. */
    private boolean isSame(SchemaObject there, SchemaObject wanted) {
        if (ObjectText.isSame(there, wanted)) {
            return true;
        }
        Optional<SchemaObject> one =
                changes.now().meaning().object(there.kind(), there.name()).known();
        Optional<SchemaObject> other =
                changes.to().meaning().object(wanted.kind(), wanted.name()).known();
        return one.isPresent() && other.isPresent() && ObjectText.isSame(one.get(), other.get());
    }
}
