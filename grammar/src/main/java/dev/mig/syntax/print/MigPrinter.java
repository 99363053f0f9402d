package dev.mig.syntax.print;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Mig;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Downgrade;
import dev.mig.syntax.tree.Downgrade.Auto;
import dev.mig.syntax.tree.Downgrade.None;
import dev.mig.syntax.tree.Downgrade.Written;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.TypeName;
import dev.mig.syntax.tree.Value;
import java.util.List;

/**
 * The only printer of the language: what {@code migrate fmt} makes of a file, and what everything that generates
 * {@code .mig} text prints its records with.
 *
 * <p>The canonical form has keywords in lower case, indentation by two, the columns of a table and the words of the
 * header aligned, one action of {@code alter table} on its line and several in braces, several rows a line each. A
 * statement is broken before its clauses where it would pass 100 columns or where a comment stands between them. One
 * blank line stands before a statement that takes several lines and between a table's columns and its constraints;
 * other statements, and the items in braces, the author may group by single blank lines, and the lines of the header
 * keep the author's order. Raw SQL is printed as it was written. Reading a printed text again gives the same tree, and
 * printing that the same text.
 *
 * <p>Trees may hold {@link Span#none()} throughout: then all statements are set apart by a blank line. A name must be
 * spelled as it can be read: the printer does not put quotes where the record says that there are none.
 */
public final class MigPrinter {
    private MigPrinter() {}

    /** The canonical form of a revision file, or what is wrong with it. */
    public static Parsed<String> format(Source source) {
        Parsed<MigFile> parsed = Mig.parse(source);
        MigFile file = parsed.tree();
        return new Parsed<>(file == null ? null : print(file), parsed.diagnostics());
    }

    /** The canonical form of a {@code schema.mig}, or what is wrong with it. */
    public static Parsed<String> formatSchema(Source source) {
        Parsed<MigSchema> parsed = Mig.parseSchema(source);
        MigSchema schema = parsed.tree();
        return new Parsed<>(schema == null ? null : print(schema), parsed.diagnostics());
    }

    /** A whole file with its comments, LF after the last line. */
    public static String print(MigFile file) {
        Page page = new Page(Layout.PAGE, new Trivia(file.source(), file.comments()));
        new HeaderPrinter(page).header(file.header());
        blocks(page, file);
        return CommentPlacement.text(page);
    }

    /** A whole schema file with its comments, LF after the last line. */
    public static String print(MigSchema schema) {
        Page page = new Page(Layout.PAGE, new Trivia(schema.source(), schema.comments()));
        new StatementPrinter(page).statements(schema.statements());
        return CommentPlacement.text(page);
    }

    /** One statement at the margin, without comments and without a line end after it. */
    public static String print(Statement statement) {
        Page page = new Page(Layout.PAGE, Trivia.none());
        new StatementPrinter(page).statements(List.of(statement));
        return CommentPlacement.text(page).stripTrailing();
    }

    /** A type as it stands behind the name of a column. */
    public static String print(TypeName type) {
        return TermPrinter.of(type);
    }

    /** A value as it stands behind {@code default}. */
    public static String print(Value value) {
        return TermPrinter.of(value);
    }

    /**
     * A text that is the same for two files if and only if they do the same to a database, variables aside: what the
     * checksum of the meaning is taken over.
     *
     * <p>It holds the timeouts and the two blocks. It does not hold comments, blank lines or anything else that a
     * change of the canonical form could touch, nor what belongs to the history rather than to the text: the
     * revision's own id, its message, when it was created, its parents, dependencies and branches. Those may be
     * rewritten without making an applied file look edited; the graph watches over them.
     */
    public static String canonical(MigFile file) {
        Page page = new Page(Layout.DENSE, Trivia.none());
        String timeouts = HeaderPrinter.timeouts(file.header().timeouts());
        if (!timeouts.isEmpty()) {
            page.put(ClauseRun.of(Spacing.CLOSE).clause("timeout " + timeouts, 0, 0));
        }
        blocks(page, file);
        return CommentPlacement.text(page);
    }

    private static void blocks(Page page, MigFile file) {
        StatementPrinter statements = new StatementPrinter(page);
        Span upgrade = file.upgrade().span();
        page.put(statements.block(file.upgrade(), ClauseRun.of(Spacing.APART).clause("upgrade", upgrade, upgrade)));
        Downgrade downgrade = file.downgrade();
        Span span = downgrade.span();
        ClauseRun run = ClauseRun.of(Spacing.APART);
        switch (downgrade) {
            case Written it ->
                page.put(statements.block(
                        it.block(), run.clause("downgrade", span, it.block().span())));
            case Auto it -> page.put(run.clause("downgrade auto", span, span));
            case None it -> {
                // A file without a downgrade remains without one.
                boolean unsaid = it.reason() == null && !span.isNone() && span.start() == span.end();
                if (!unsaid || page.layout() == Layout.DENSE) {
                    page.put(run.clause("downgrade none" + TermPrinter.optional(" ", it.reason()), span, span));
                }
            }
        }
    }
}
