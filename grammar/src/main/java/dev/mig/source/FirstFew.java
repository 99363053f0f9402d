package dev.mig.source;

import java.util.ArrayList;
import java.util.List;

/** So many diagnostics of one file as a person wants to read at once, and how many there are besides. */
public final class FirstFew {
    /** More of one file are only counted. */
    public static final int MOST = 20;

    private FirstFew() {}

    /** @param sorted those of one file, by place */
    public static List<Diagnostic> of(List<Diagnostic> sorted) {
        boolean counted = sorted.size() == MOST + 1 && sorted.getLast().code() == Code.MORE;
        if (sorted.size() <= MOST || counted) {
            return sorted;
        }
        List<Diagnostic> shown = new ArrayList<>(sorted.subList(0, MOST));
        int more = sorted.size() - MOST;
        shown.add(Diagnostic.note(Code.MORE, sorted.get(MOST).span(), "… and " + more + " more from here on"));
        return shown;
    }
}
