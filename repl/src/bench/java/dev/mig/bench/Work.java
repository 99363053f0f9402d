package dev.mig.bench;

import java.util.List;

/**
 * One thing that people have {@code migrate} do, and what it is compared with.
 *
 * @param start where it begins, each time
 * @param words of the command
 * @param other what takes turns with it
 */
record Work(String name, Start start, List<String> words, Other other) {
    /** What is measured on every database and every length of history: one line each, in the order of {@link Start}. */
    static final List<Work> ALL = List.of(
            new Work("upgrade head", Start.EMPTY, List.of("upgrade", "head"), plain("upgrade")),
            new Work("current", Start.HEAD, List.of("current"), plain("current")),
            new Work("heads", Start.HEAD, List.of("heads"), plain("current")),
            new Work("history", Start.HEAD, List.of("history"), plain("current")),
            new Work("status", Start.HEAD, List.of("status"), plain("current")),
            new Work("upgrade, nothing to do", Start.HEAD, List.of("upgrade"), plain("current")),
            new Work("upgrade +1", Start.ONE_TO_GO, List.of("upgrade", "+1"), plain("one")),
            new Work(
                    "upgrade +1, JavaScript",
                    Start.SCRIPT_TO_GO,
                    List.of("upgrade", "+1"),
                    new Other.Command(Start.ONE_TO_GO, List.of("upgrade", "+1"))));

    /** Where the database and the folder of revisions stand before it. */
    enum Start {
        /** There is no database. */
        EMPTY,
        /** Everything is applied. */
        HEAD,
        /** All but a last revision is. */
        ONE_TO_GO,
        /** All but a last revision is, and that is a script. */
        SCRIPT_TO_GO
    }

    /** The other side of a ratio. */
    sealed interface Other {
        /** {@link PlainJdbc}, on a database of its own in the same state. */
        record Plain(String what) implements Other {}

        /** The same tool with other words. */
        record Command(Start start, List<String> words) implements Other {}
    }

    private static Other plain(String what) {
        return new Other.Plain(what);
    }
}
