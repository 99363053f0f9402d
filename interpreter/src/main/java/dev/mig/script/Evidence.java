package dev.mig.script;

import dev.mig.model.Lookup;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import java.util.HashSet;
import java.util.Set;

/**
 * The expected effect of a single statement on the schema, so that the catalogue can tell whether it has run.
 *
 * @param tables whose names tell: in one of the two schemas, or in both
 */
public record Evidence(SchemaModel before, SchemaModel after, Set<QualifiedIdentifier> tables) {
    public Evidence {
        tables = Set.copyOf(tables);
    }

    static Evidence of(Operation operation, SchemaModel before) {
        return new Evidence(before, before.apply(operation), tables(operation, before));
    }

    /** Whether the catalogue can be asked about anything, and both answers are known. */
    boolean tells() {
        return !tables.isEmpty() && tables.stream().allMatch(it -> isSettled(before, it) && isSettled(after, it));
    }

    private static boolean isSettled(SchemaModel schema, QualifiedIdentifier table) {
        return switch (schema.table(table)) {
            case Lookup.Known<?> it -> true;
            case Lookup.Absent<?> it -> true;
            case Lookup.Outside<?> it -> true;
            case Lookup.Unknown<?> it -> false;
        };
    }

    private static Set<QualifiedIdentifier> tables(Operation operation, SchemaModel before) {
        return switch (operation) {
            case Operation.CreateTable it
            when !it.ifNotExists() -> Set.of(it.table().name());
            case Operation.DropTable it when !it.ifExists() && !it.cascade() -> Set.of(it.table());
            case Operation.RenameTable it -> Set.of(it.table(), it.table().named(it.to()));
            case Operation.AlterTable it
            when before.apply(it).table(it.table()).known().isPresent() -> Set.of(it.table());
            case Operation.CommentOnTable it -> Set.of(it.table());
            // An index whose concurrent creation was interrupted exists, but is invalid.
            case Operation.CreateIndex it when !it.ifNotExists() && !it.concurrently() -> Set.of(it.table());
            case Operation.DropIndex it when !it.ifExists() && !it.concurrently() -> places(it.name(), before);
            case Operation.RenameIndex it -> places(it.name(), before);
            default -> Set.of();
        };
    }

    private static Set<QualifiedIdentifier> places(QualifiedIdentifier index, SchemaModel before) {
        Set<QualifiedIdentifier> tables = new HashSet<>();
        before.indexes(index).forEach(it -> tables.add(it.on()));
        return tables;
    }
}
