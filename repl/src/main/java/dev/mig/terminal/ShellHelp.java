package dev.mig.terminal;

import dev.mig.command.Migrate;
import dev.mig.report.Page;
import dev.mig.report.Page.Definition;
import dev.mig.report.TextStyle;
import java.util.List;

/** The output of {@code \?}: everything that can be typed, with an example each. */
record ShellHelp(List<Migrate.Summary> commands) {
    private static final List<Definition> ALONE = List.of(
            new Definition("+2", "a target alone moves there: the next two revisions"),
            new Definition(
                    "create table t { id bigint }", "a statement of the language is compiled, shown and run on yes"),
            new Definition("op.dropTable('t')", "the same in JavaScript, as revisions have it"),
            new Definition("help upgrade", "everything about one command"),
            new Definition("\\x", "rows of SQL one below the other, or side by side again"),
            new Definition("\\?", "this"),
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
        section(page, "Alone on a line", ALONE);
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
