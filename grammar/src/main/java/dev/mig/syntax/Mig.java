package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.FirstFew;
import dev.mig.source.Source;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.SqlFile;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parser's public interface: text in, tree or diagnostics out. No input causes any other exception. */
public final class Mig {
    /** The maximum size of a {@code .mig} file in UTF-8 bytes. */
    public static final int LARGEST_FILE = 8 * 1024 * 1024;

    /** The maximum nesting depth of blocks. */
    public static final int DEEPEST_BLOCK = 32;

    private Mig() {}

    /** A whole revision file. */
    public static Parsed<MigFile> parse(Source source) {
        if (isTooLarge(source)) {
            return tooLarge(source);
        }
        HeaderLines lines = HeaderReader.lines(source, HeaderReader.Style.MIG);
        Parsed<Header> header = HeaderReader.read(lines, HeaderReader.Style.MIG);
        Body<MigFile> body = Body.file(source, lines, header.tree());
        List<Diagnostic> problems = new ArrayList<>(header.diagnostics());
        // An empty text lacks everything; saying so once is enough.
        boolean empty =
                lines.lines().isEmpty() && lines.bodyStart() == source.text().length();
        problems.addAll(empty ? List.of() : body.problems());
        return parsed(body.tree(), problems);
    }

    /** A {@code .sql} revision. */
    public static Parsed<SqlFile> parseSql(Source source) {
        return new SqlSections(source).parse();
    }

    /** A {@code schema.mig}. */
    public static Parsed<MigSchema> parseSchema(Source source) {
        if (isTooLarge(source)) {
            return tooLarge(source);
        }
        Body<MigSchema> body = Body.schema(source);
        return parsed(body.tree(), body.problems());
    }

    /** Statements as they are typed at a prompt: those that stand in a block, without the block. */
    public static Parsed<List<Statement>> parseStatements(Source source) {
        if (isTooLarge(source)) {
            return tooLarge(source);
        }
        Body<List<Statement>> body = Body.statements(source);
        return parsed(body.tree(), body.problems());
    }

    /** All words with a meaning in the language, in lower case. */
    public static Set<String> keywords() {
        return Keywords.all().keySet();
    }

    /** A type alone, as it stands behind the name of a column. */
    public static Parsed<TypeName> parseType(Source source) {
        String before = "alter table t add column c ";
        String text = source.text().strip();
        Body<List<Statement>> body = Body.statements(new Source(source.name(), before + text));
        List<Diagnostic> problems = body.problems();
        List<Statement> statements = body.tree() == null ? List.of() : body.tree();
        if (problems.stream().noneMatch(Diagnostic::isError)
                && statements.size() == 1
                && statements.getFirst() instanceof Statement.AlterTable alter
                && alter.actions().size() == 1
                && alter.actions().getFirst() instanceof AlterAction.AddColumn add
                && add.column().options().isEmpty()
                && add.column().type().span().end() == before.length() + text.length()) {
            return new Parsed<>(add.column().type(), problems);
        }
        return new Parsed<>(
                null,
                problems.stream().anyMatch(Diagnostic::isError)
                        ? problems
                        : List.of(Diagnostic.error(
                                Code.TYPE_UNKNOWN, source.span(0, 0), "\"" + text + "\" is not a type alone")));
    }

    private static <T> Parsed<T> parsed(@Nullable T tree, List<Diagnostic> problems) {
        List<Diagnostic> sorted = problems.stream()
                .sorted(Comparator.comparingInt(it -> it.span().start()))
                .distinct()
                .toList();
        boolean wrong = sorted.stream().anyMatch(Diagnostic::isError);
        return new Parsed<>(wrong ? null : tree, FirstFew.of(sorted));
    }

    private static boolean isTooLarge(Source source) {
        String text = source.text();
        if (text.length() <= LARGEST_FILE / 3) {
            return false;
        }
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes > LARGEST_FILE;
    }

    private static <T> Parsed<T> tooLarge(Source source) {
        return new Parsed<>(
                null,
                List.of(Diagnostic.error(
                        Code.TOO_LARGE,
                        source.span(0, 0),
                        "the file is larger than 8 MiB",
                        "put the rows into a file beside it and write: load 'rows.csv' into T")));
    }
}
