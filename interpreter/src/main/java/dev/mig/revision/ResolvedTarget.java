package dev.mig.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that a target refers to.
 *
 * @param revisions one; several for {@code heads}; none for {@code base}, and for the heads of an empty graph
 * @param base whether it is the place below all revisions
 * @param branch the branch that the target names, if it does
 */
record ResolvedTarget(
        List<Revision> revisions, boolean base, @Nullable Branch branch) {
    static ResolvedTarget base(@Nullable Branch branch) {
        return new ResolvedTarget(List.of(), true, branch);
    }

    static ResolvedTarget of(List<Revision> revisions, @Nullable Branch branch) {
        return new ResolvedTarget(List.copyOf(revisions), false, branch);
    }
}
