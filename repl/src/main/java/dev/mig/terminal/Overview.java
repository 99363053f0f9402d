package dev.mig.terminal;

import dev.mig.command.Migrate;
import java.io.PrintWriter;
import java.util.List;

/** What {@code \?} says: everything that can be typed, with one example each. */
record Overview(List<Migrate.Summary> commands) {
    private static final int COLUMN = 34;

    void write(PrintWriter out) {
        for (String title :
                commands.stream().map(Migrate.Summary::group).distinct().toList()) {
            heading(out, title);
            commands.stream()
                    .filter(it -> it.group().equals(title))
                    .forEach(it -> line(out, (it.name() + " " + it.example()).strip(), it.says()));
        }
        heading(out, "Alone on a line");
        line(out, "+2", "a target alone moves there: the next two revisions");
        line(out, "create table t { id bigint }", "a statement of the language is compiled, shown and run on yes");
        line(out, "help upgrade", "everything about one command");
        line(out, "\\x", "rows of SQL one below the other, or side by side again");
        line(out, "\\?", "this");
        line(out, "\\q", "leave; so does Ctrl-D");
        out.flush();
    }

    private static void heading(PrintWriter out, String title) {
        out.println(title + ":");
    }

    private static void line(PrintWriter out, String example, String says) {
        int blanks = Math.max(2, COLUMN - example.length());
        out.println("  " + example + " ".repeat(blanks) + says);
    }
}
