package dev.mig.revision;

import java.util.List;
import java.util.SortedSet;

/** The rows of the version table before and after marking revisions as applied or not, without running them. */
public record Stamp(SortedSet<String> rowsBefore, SortedSet<String> rowsAfter) {
    public boolean isEmpty() {
        return rowsBefore.equals(rowsAfter);
    }

    /** What makes the rows after of the rows before. */
    public List<RowChange> changes() {
        return RowChange.between(rowsBefore, rowsAfter);
    }
}
