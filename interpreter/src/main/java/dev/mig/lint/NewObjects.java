package dev.mig.lint;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.TableChange;
import java.util.HashSet;
import java.util.Set;

/** The objects that the revision itself has created so far: they are empty, and nobody uses them yet. */
final class NewObjects {
    private final Folding folding;
    private final Set<String> names = new HashSet<>();

    NewObjects(Folding folding) {
        this.folding = folding;
    }

    boolean table(QualifiedIdentifier table) {
        return names.contains(folding.key(table));
    }

    boolean column(QualifiedIdentifier table, Identifier column) {
        return table(table) || names.contains(key(table, column));
    }

    /** Whether the revision has added a constraint of this name that was not checked. */
    boolean unchecked(QualifiedIdentifier table, Identifier constraint) {
        return names.contains("!" + key(table, constraint));
    }

    void note(Operation operation) {
        switch (operation) {
            case Operation.CreateTable it -> names.add(folding.key(it.table().name()));
            case Operation.RenameTable it -> {
                if (table(it.table())) {
                    names.add(folding.key(it.table().named(it.to())));
                }
            }
            case Operation.AlterTable it -> it.changes().forEach(change -> note(it.table(), change));
            case Operation.OutsideTransaction it -> it.operations().forEach(this::note);
            case Operation it -> {
                // Nothing else makes anything that a rule asks about.
            }
        }
    }

    void note(QualifiedIdentifier table, TableChange change) {
        switch (change) {
            case TableChange.AddColumn it -> names.add(key(table, it.column().name()));
            case TableChange.AddConstraint it
            when it.notValid() -> names.add("!" + key(table, it.constraint().name()));
            case TableChange it -> {
                // Nor do these.
            }
        }
    }

    private String key(QualifiedIdentifier table, Identifier name) {
        return folding.key(table) + '\1' + folding.key(name);
    }
}
