package dev.mig.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marker in the version table while a script run by hand is in the middle of a revision that cannot be one
 * transaction: the id followed by a character that no id contains.
 */
public final class PartialMarker {
    private static final String SIGN = "~";

    private PartialMarker() {}

    public static String row(String revision) {
        return revision + SIGN;
    }

    /** The revision that such a row names; empty for any other row. */
    public static Optional<String> revision(String row) {
        return row.endsWith(SIGN) ? Optional.of(row.substring(0, row.length() - SIGN.length())) : Optional.empty();
    }

    /** What leads from the rows before the step to the mark. */
    public static List<RowChange> begun(Step step) {
        String id = step.revision().id();
        return switch (step.direction()) {
            case DOWNGRADE -> List.of(new RowChange.Update(id, row(id)));
            case UPGRADE ->
                step.changes().stream()
                        .<RowChange>map(it -> switch (it) {
                            case RowChange.Insert insert -> new RowChange.Insert(marked(insert.row(), id));
                            case RowChange.Delete delete -> delete;
                            case RowChange.Update(String from, String to) -> new RowChange.Update(from, marked(to, id));
                        })
                        .toList();
        };
    }

    /** What leads from the mark to the rows after the step. */
    public static List<RowChange> finished(Step step) {
        String id = step.revision().id();
        return switch (step.direction()) {
            case UPGRADE -> List.of(new RowChange.Update(row(id), id));
            case DOWNGRADE -> {
                List<RowChange> changes = new ArrayList<>();
                for (RowChange change : step.changes()) {
                    changes.add(
                            switch (change) {
                                case RowChange.Insert insert -> insert;
                                case RowChange.Delete(String row) -> new RowChange.Delete(marked(row, id));
                                case RowChange.Update(String from, String to) ->
                                    new RowChange.Update(marked(from, id), to);
                            });
                }
                yield changes;
            }
        };
    }

    private static String marked(String row, String id) {
        return row.equals(id) ? row(id) : row;
    }
}
