package dev.mig.compile;

import dev.mig.model.Folding;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.revision.Revision;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a table that exists only in the database from one that a revision creates, but not before the
 * revision that uses it: a missing dependency, or two statements in the wrong order.
 */
final class Creators {
    private record Creator(Revision revision, Span span) {}

    private final Folding folding;
    private final Map<String, Creator> creators = new HashMap<>();
    /** A table from outside may be dropped and then created again. */
    private final Set<String> removed = new HashSet<>();

    Creators(Folding folding) {
        this.folding = folding;
    }

    void note(Revision revision, List<Operation> operations) {
        for (Operation operation : RelevantNames.flat(operations)) {
            switch (operation) {
                case Operation.CreateTable it -> {
                    if (!it.ifNotExists()) {
                        creators.putIfAbsent(folding.key(it.table().name()), new Creator(revision, it.span()));
                    }
                }
                case Operation.RenameTable it -> {
                    removed.add(folding.key(it.table()));
                    creators.putIfAbsent(folding.key(it.table().named(it.to())), new Creator(revision, it.span()));
                }
                case Operation.DropTable it -> removed.add(folding.key(it.table()));
                default -> {
                    // Nothing else creates or drops a table.
                }
            }
        }
    }

    /**
     * @return null if the table may be one from outside
     * @return null if the table may well be one from outside
     */
    @Nullable
    Diagnostic complaint(QualifiedIdentifier table, Span place, Revision user) {
        Creator creator = creators.get(folding.key(table));
        if (creator == null || removed.contains(folding.key(table))) {
            return null;
        }
        boolean same = creator.revision().equals(user);
        String id = creator.revision().id();
        return Diagnostic.error(
                        Code.TABLE_UNKNOWN,
                        place,
                        "table \"" + table + "\" does not exist yet",
                        same
                                ? "move the statement that creates it further up"
                                : creator.revision().order() > user.order()
                                        ? "revision " + id + " creates it, and does not come before this one"
                                        : "revision " + id + " creates it, and is no ancestor of this one: depends on "
                                                + id)
                .withRelated(List.of(new Diagnostic.Related(creator.span(), "it is created here")));
    }
}
