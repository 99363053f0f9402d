package dev.mig.command;

import dev.mig.model.Migration;
import dev.mig.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;

/** Statements that were run at the prompt and are going to be a revision. */
final class Recording {
    /**
     * What was typed at once.
     *
     * @param text as typed
     * @param way back from it, as it was when it ran
     * @param after the schema that it left behind, from which the way back leads
     */
    record Take(String text, Migration.WayBack way, SchemaModel after) {}

    private final String message;
    private final List<Take> takes = new ArrayList<>();

    Recording(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    void add(Take take) {
        takes.add(take);
    }

    /** In the order in which they ran. */
    List<Take> takes() {
        return List.copyOf(takes);
    }

    /** The last one was taken back. */
    void dropLast() {
        takes.removeLast();
    }
}
