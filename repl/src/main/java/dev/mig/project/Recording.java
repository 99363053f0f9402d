package dev.mig.project;

import dev.mig.model.Migration;
import dev.mig.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;

/** The statements typed since {@code record}, which {@code save} turns into a revision. */
public final class Recording {
    /**
     * A unit of input.
     *
     * @param text as typed
     * @param way back from it, as it was when it ran
     * @param after the schema that it left behind, from which the way back leads
     */
    public record Take(String text, Migration.WayBack way, SchemaModel after) {}

    private final String message;
    private final List<Take> takes = new ArrayList<>();

    public Recording(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }

    public void add(Take take) {
        takes.add(take);
    }

    /** In order of execution. */
    public List<Take> takes() {
        return List.copyOf(takes);
    }

    /** The last one was reverted. */
    public void dropLast() {
        takes.removeLast();
    }
}
