package dev.mig.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The commands there are, in the groups and the order that help lists them. A command is made only when it is typed. */
public final class Catalogue {
    private final List<Entry> entries = List.of(
            new Entry("init", Group.WRITE, Init::new),
            new Entry("revision", Group.WRITE, WriteRevision::new),
            new Entry("merge", Group.WRITE, Merge::new),
            new Entry("edit", Group.WRITE, Edit::new),
            new Entry("fmt", Group.WRITE, Fmt::new),
            new Entry("upgrade", Group.MOVE, Upgrade::new),
            new Entry("downgrade", Group.MOVE, Downgrade::new),
            new Entry("stamp", Group.MOVE, Stamp::new),
            new Entry("current", Group.LOOK, Current::new),
            new Entry("status", Group.LOOK, Status::new),
            new Entry("history", Group.LOOK, History::new),
            new Entry("heads", Group.LOOK, Heads::new),
            new Entry("branches", Group.LOOK, Branches::new),
            new Entry("show", Group.LOOK, Show::new),
            new Entry("validate", Group.CHECK, Validate::new),
            new Entry("explain", Group.OTHER, Explain::new),
            new Entry("config", Group.OTHER, Config::new),
            new Entry("completion", Group.OTHER, Completion::new),
            new Entry("__complete", Group.HIDDEN, Complete::new));

    /** A part of the list of commands. */
    enum Group {
        WRITE("Write migrations"),
        MOVE("Move the database"),
        LOOK("Look"),
        CHECK("Check"),
        OTHER("Everything else"),
        /** For programs, not for people: help does not list them. */
        HIDDEN("");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    record Entry(String name, Group group, Function<Words, Command> make) {}

    /** Those that people type. */
    List<Entry> entries() {
        return entries.stream().filter(it -> it.group() != Group.HIDDEN).toList();
    }

    List<String> names() {
        return entries().stream().map(Entry::name).toList();
    }

    Optional<Entry> find(String name) {
        return entries.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
