package dev.mig.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All commands, in the groups and the order of the help page. A command is created only when it is used. */
public final class CommandRegistry {
    private static final List<Entry> COMMANDS = List.of(
            new Entry("init", Group.WRITE, Init::new),
            new Entry("revision", Group.WRITE, WriteRevision::new),
            new Entry("merge", Group.WRITE, Merge::new),
            new Entry("edit", Group.WRITE, Edit::new),
            new Entry("fmt", Group.WRITE, Fmt::new),
            new Entry("dump", Group.WRITE, Dump::new),
            new Entry("upgrade", Group.MOVE, Upgrade::new),
            new Entry("downgrade", Group.MOVE, Downgrade::new),
            new Entry("stamp", Group.MOVE, Stamp::new),
            new Entry("accept", Group.SETTLE, Accept::new),
            new Entry("restore", Group.SETTLE, Restore::new),
            new Entry("resolve", Group.SETTLE, Resolve::new),
            new Entry("current", Group.LOOK, Current::new),
            new Entry("status", Group.LOOK, Status::new),
            new Entry("watch", Group.LOOK, Watch::new),
            new Entry("history", Group.LOOK, History::new),
            new Entry("heads", Group.LOOK, Heads::new),
            new Entry("branches", Group.LOOK, Branches::new),
            new Entry("show", Group.LOOK, Show::new),
            new Entry("check", Group.CHECK, Check::new),
            new Entry("diff", Group.CHECK, Diff::new),
            new Entry("validate", Group.CHECK, Validate::new),
            new Entry("lint", Group.CHECK, LintFiles::new),
            new Entry("test", Group.CHECK, TestRevisions::new),
            new Entry("doctor", Group.OTHER, Doctor::new),
            new Entry("explain", Group.OTHER, Explain::new),
            new Entry("config", Group.OTHER, Config::new),
            new Entry("completion", Group.OTHER, Completion::new));

    /** Commands that make sense only after another command. */
    private static final List<Entry> AT_PROMPT = List.of(
            new Entry("go", Group.PROMPT, Go::new),
            new Entry("undo", Group.PROMPT, Undo::new),
            new Entry("redo", Group.PROMPT, Redo::new),
            new Entry("plan", Group.PROMPT, ShowPlan::new),
            new Entry("try", Group.PROMPT, TryMove::new),
            new Entry("statement", Group.PROMPT, RunStatements::new),
            new Entry("record", Group.PROMPT, Record::new),
            new Entry("save", Group.PROMPT, Save::new),
            new Entry("discard", Group.PROMPT, Discard::new),
            new Entry("sql", Group.PROMPT, Sql::new),
            new Entry("tables", Group.PROMPT, Tables::new),
            new Entry("describe", Group.PROMPT, Describe::new));

    private final List<Entry> entries;

    /** Commands of the command line. */
    public CommandRegistry() {
        this(COMMANDS);
    }

    private CommandRegistry(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Commands for programs, not for people. */
    private Entry hidden() {
        return new Entry("__complete", Group.HIDDEN, words -> new Complete(words, this));
    }

    /** Commands of the shell: those of the command line, and more. */
    public static CommandRegistry atPrompt() {
        List<Entry> all = new ArrayList<>(COMMANDS);
        all.addAll(AT_PROMPT);
        return new CommandRegistry(all);
    }

    /** The same with one more command, from a package that this one does not know. */
    public CommandRegistry with(String name, Function<Words, Command> make) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(name, Group.OTHER, make));
        return new CommandRegistry(more);
    }

    /** A group in the list of commands. */
    enum Group {
        WRITE("Write migrations"),
        MOVE("Move the database"),
        SETTLE("Resolve inconsistencies"),
        LOOK("Inspect"),
        CHECK("Check"),
        PROMPT("In the shell"),
        OTHER("Other"),
        /** For programs only; not listed in help. */
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

    /** Commands for people. */
    List<Entry> entries() {
        return entries;
    }

    List<String> names() {
        return entries().stream().map(Entry::name).toList();
    }

    Optional<Entry> find(String name) {
        return Stream.concat(entries.stream(), Stream.of(hidden()))
                .filter(it -> it.name().equals(name))
                .findFirst();
    }
}
