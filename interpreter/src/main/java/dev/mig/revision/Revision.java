package dev.mig.revision;

import dev.mig.syntax.tree.Header;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision in a graph: its header and its position.
 *
 * @param order its place, from 0, if everything were applied to an empty database; smaller than that of each revision
 *     that follows it or depends on it
 */
public record Revision(int order, Header header) {
    public String id() {
        return header.id().text();
    }

    /** Empty where there is none. */
    public String message() {
        return header.message();
    }

    /** The ids that it revises, as written; empty for a base. */
    public List<String> parents() {
        return texts(header.revises());
    }

    /** The ids that it depends on without being their child, as written. */
    public List<String> dependencies() {
        return texts(header.dependsOn());
    }

    /** The branch labels that its own header declares. */
    public List<String> branches() {
        return texts(header.branches());
    }

    /** Null where the header does not say: such a revision sorts first. */
    public @Nullable Instant created() {
        return header.created();
    }

    @Override
    public String toString() {
        return id();
    }

    private static List<String> texts(List<Header.Ref> refs) {
        return refs.stream().map(Header.Ref::text).toList();
    }
}
