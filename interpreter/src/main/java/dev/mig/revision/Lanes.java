package dev.mig.revision;

import dev.mig.revision.HistoryDrawing.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a drawing while it grows downwards. A lane is a line that waits for a revision; lane {@code i} stands in
 * column {@code 2 * i}, and the columns between are for lines on their way from one lane to another.
 *
 * <p>No two lanes wait for the same revision: they join as soon as they would.
 */
final class Lanes {
    /** From this distance on a line runs flat below the lanes that it crosses, instead of one lane a row. */
    private static final int FAR = 3;

    private final List<Row> rows = new ArrayList<>();
    /** The revision that each lane waits for. */
    private List<Integer> lanes = new ArrayList<>();

    /** A line on its way to the left, or where it belongs. */
    private static final class Strand {
        private int lane;
        private final int target;

        Strand(int lane, int target) {
            this.lane = lane;
            this.target = target;
        }

        boolean arrived() {
            return lane == target;
        }

        /** From left to right; of those in one place, the one that goes furthest first. */
        static int byPlace(Strand a, Strand b) {
            return a.lane != b.lane ? Integer.compare(a.lane, b.lane) : Integer.compare(a.target, b.target);
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** Draws a revision, when all that have it for a parent are drawn, and the lines from it to its parents. */
    void add(Revision revision, int[] parents) {
        int lane = lanes.indexOf(revision.order());
        if (lane < 0) {
            lane = lanes.size();
            keepApart(lane);
            lanes.add(revision.order());
        }
        List<Integer> right = lanes.subList(lane + 1, lanes.size());
        List<Integer> next = new ArrayList<>(lanes.subList(0, lane));
        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < lane; i++) {
            strands.add(new Strand(i, i));
        }
        List<Integer> own = new ArrayList<>();
        for (int parent : parents) {
            int waiting = next.indexOf(parent);
            if (waiting < 0) {
                own.add(parent);
            } else {
                strands.add(new Strand(lane, waiting));
            }
        }
        // The neighbour may wait for a parent already: a line to it says more than one more lane that joins it at once.
        boolean beside = own.size() == 2 && !right.isEmpty() && own.remove(/* element */ right.getFirst());
        next.addAll(own);
        if (!own.isEmpty()) {
            strands.add(new Strand(lane, lane));
        }
        int room = Math.max(own.size() - 2, 0);
        List<Strand> rightStrands = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            int target = next.indexOf(right.get(i));
            if (target < 0) {
                target = next.size();
                next.add(right.get(i));
            }
            rightStrands.add(new Strand(lane + 1 + i + room, target));
        }
        makeRoom(lane + 1, right.size(), room);
        drawRevision(revision, lane, own.size(), right.size(), room);
        drawFan(lane, own.size(), beside, strands, rightStrands);
        strands.addAll(rightStrands);
        drawJoins(strands);
        lanes = next;
    }

    /** A new line must not look as if it came from what stands above it. */
    private void keepApart(int lane) {
        String above = rows.isEmpty() ? "" : rows.getLast().cells();
        if (above.length() > 2 * lane && above.charAt(2 * lane) != ' ') {
            char[] cells = blank(lane);
            for (int i = 0; i < lane; i++) {
                cells[2 * i] = '|';
            }
            addRow(cells, null);
        }
    }

    /** Moves the lanes from {@code first} on to the right, one column a row. */
    private void makeRoom(int first, int count, int room) {
        for (int moved = 0; moved < room && count > 0; moved++) {
            char[] cells = blank(first + count + room);
            for (int i = 0; i < first; i++) {
                cells[2 * i] = '|';
            }
            for (int i = first; i < first + count; i++) {
                cells[2 * (i + moved) + 1] = '\\';
            }
            addRow(cells, null);
        }
    }

    private void drawRevision(Revision revision, int lane, int parents, int right, int room) {
        char[] cells = blank(lane + right + room + 1);
        for (int i = 0; i < lane; i++) {
            cells[2 * i] = '|';
        }
        cells[2 * lane] = '*';
        if (parents > 2) {
            Arrays.fill(cells, 2 * lane + 1, 2 * (lane + room), '-');
            cells[2 * (lane + room)] = '.';
        }
        for (int i = 0; i < right; i++) {
            cells[2 * (lane + 1 + i + room)] = '|';
        }
        addRow(cells, revision);
    }

    /** The row where a merge's line becomes several, and all lanes right of it give way. */
    private void drawFan(int lane, int parents, boolean beside, List<Strand> strands, List<Strand> right) {
        if (parents < 2 && !beside) {
            return;
        }
        char[] cells = blank(lane + parents + right.size() + 2);
        int added = parents - 1;
        if (added == 0) {
            cells[2 * lane + 1] = '\\';
            right.forEach(strand -> cells[2 * strand.lane] = '|');
        }
        for (int i = 1; i <= added; i++) {
            cells[2 * (lane + i) - 1] = '\\';
        }
        drawLeftwards(strands, cells);
        for (int i = 1; i <= added; i++) {
            strands.add(new Strand(lane + i, lane + i));
        }
        if (added > 0) {
            for (Strand strand : right) {
                cells[2 * strand.lane + 1] = '\\';
                strand.lane++;
            }
        }
        addRow(cells, null);
    }

    private void drawJoins(List<Strand> strands) {
        while (!allArrived(strands)) {
            char[] cells = blank(rightmost(strands));
            drawLeftwards(strands, cells);
            addRow(cells, null);
        }
    }

    /** Draws every strand one row further; of two that want the same column, one waits. */
    private static void drawLeftwards(List<Strand> strands, char[] cells) {
        strands.sort(Strand::byPlace);
        int used = -1;
        for (Strand strand : strands) {
            int column = 2 * strand.lane - 1;
            int flat = 2 * strand.target + 3;
            if (strand.arrived() || column <= used) {
                cells[2 * strand.lane] = '|';
            } else if (strand.lane - strand.target >= FAR && flat > used) {
                for (int i = flat; i < column; i++) {
                    cells[i] = cells[i] == ' ' ? '_' : cells[i];
                }
                cells[column] = '/';
                strand.lane = strand.target + 1;
                used = column;
            } else {
                cells[column] = '/';
                strand.lane--;
                used = column;
            }
        }
    }

    private static boolean allArrived(List<Strand> strands) {
        for (Strand strand : strands) {
            if (!strand.arrived()) {
                return false;
            }
        }
        return true;
    }

    private static int rightmost(List<Strand> strands) {
        int rightmost = 0;
        for (Strand strand : strands) {
            rightmost = Math.max(rightmost, strand.lane);
        }
        return rightmost;
    }

    private static char[] blank(int lastLane) {
        char[] cells = new char[2 * lastLane + 2];
        Arrays.fill(cells, ' ');
        return cells;
    }

    private void addRow(char[] cells, @Nullable Revision revision) {
        rows.add(new Row(new String(cells).stripTrailing(), revision));
    }
}
