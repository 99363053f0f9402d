package dev.mig.revision;

import java.util.List;
import java.util.SortedSet;

/**
 * What the version table holds before and after revisions are declared applied, or not, without running them. Both are
 * ids by alphabet.
 */
public record Stamp(SortedSet<String> rowsBefore, SortedSet<String> rowsAfter) {
    public boolean isEmpty() {
        return rowsBefore.equals(rowsAfter);
    }

    /** What makes the rows after of the rows before. */
    public List<RowChange> changes() {
        return RowChange.between(rowsBefore, rowsAfter);
    }
}
