package dev.mig.terminal;

import dev.mig.command.Migrate;
import dev.mig.report.Page;
import dev.mig.report.Page.Definition;
import dev.mig.report.TextStyle;
import java.util.List;

/** The output of {@code \?}: everything that can be typed, with an example each. */
record ShellHelp(List<Migrate.Summary> commands) {
    private static final List<Definition> ALONE = List.of(
            new Definition("+2", "a target on its own is a move: the next two revisions"),
            new Definition(
                    "create table t { id bigint }",
                    "a statement of the language: shown as SQL, and run once confirmed"),
            new Definition("op.dropTable('t')", "the same in JavaScript"),
            new Definition("help upgrade", "show the help of a command"),
            new Definition("\\x", "toggle between rows one below the other and side by side"),
            new Definition("\\?", "show this help"),
            new Definition("\\q", "leave; so does Ctrl-D"));

    void write(Page page) {
        for (String title :
                commands.stream().map(Migrate.Summary::group).distinct().toList()) {
            section(
                    page,
                    title,
                    commands.stream()
                            .filter(it -> it.group().equals(title))
                            .map(it -> new Definition(example(it), it.says()))
                            .toList());
        }
        section(page, "On a line of its own", ALONE);
    }

    /** There are no files here that anything could be led into. */
    private static String example(Migrate.Summary it) {
        return (it.name() + " " + it.example()).replaceAll(" >.*", "").strip();
    }

    private static void section(Page page, String title, List<Definition> entries) {
        page.line(page.styled(TextStyle.HEADING, title + ":"));
        page.definitions(2, TextStyle.COMMAND, entries);
    }
}
