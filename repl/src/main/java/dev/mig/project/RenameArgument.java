package dev.mig.project;

import dev.mig.diff.Rename;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rename given on the command line: {@code users.nick=handle} for a column, {@code users=people} for a table. */
public final class RenameArgument {
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^\".=\\s]+)");

    private RenameArgument() {}

    /** @param from the schema in which it has its old name */
    public static Rename parse(String word, SchemaModel from) {
        List<Identifier> parts = new ArrayList<>();
        Matcher matcher = NAME.matcher(word);
        StringBuilder seen = new StringBuilder();
        while (matcher.find()) {
            parts.add(
                    matcher.group(1) != null
                            ? Identifier.exact(matcher.group(1).replace("\"\"", "\""))
                            : Identifier.bare(matcher.group(2)));
            seen.append(matcher.group());
        }
        boolean whole = seen.length() + parts.size() - 1 == word.length() && word.indexOf('=') > 0;
        if (!whole || parts.size() < 2 || parts.size() > 4) {
            throw unreadable(word);
        }
        return rename(word, parts.subList(0, parts.size() - 1), parts.getLast(), from);
    }

    /** A table if there is one of that name, else a column. */
    private static Rename rename(String word, List<Identifier> old, Identifier to, SchemaModel from) {
        if (old.size() < 3 && isTable(table(old), from)) {
            return new Rename.OfTable(table(old), to);
        }
        if (old.size() > 1) {
            QualifiedIdentifier table = table(old.subList(0, old.size() - 1));
            boolean there = from.table(table)
                    .known()
                    .flatMap(it -> it.column(old.getLast(), from.folding()))
                    .isPresent();
            if (there) {
                return new Rename.OfColumn(table, old.getLast(), to);
            }
        }
        throw UsageError.words(
                "there is nothing that --rename " + word + " could be about",
                "the old name is that of a table, or of a table and a column: users.nick=handle");
    }

    private static QualifiedIdentifier table(List<Identifier> parts) {
        return parts.size() == 1
                ? QualifiedIdentifier.of(parts.getFirst())
                : new QualifiedIdentifier(parts.getFirst(), parts.getLast());
    }

    private static boolean isTable(QualifiedIdentifier name, SchemaModel from) {
        return from.table(name).known().isPresent();
    }

    private static RuntimeException unreadable(String word) {
        return UsageError.words(
                "--rename " + word + " is not OLD=NEW",
                "--rename users.nick=handle for a column",
                "--rename users=people for a table");
    }

    /** The reverse operation; a column's table may have another name by then. */
    static Rename reversed(Rename rename, List<Rename> all, Folding folding) {
        return switch (rename) {
            case Rename.OfTable it ->
                new Rename.OfTable(it.table().named(it.to()), it.table().name());
            case Rename.OfColumn it -> new Rename.OfColumn(renamed(it.table(), all, folding), it.to(), it.column());
        };
    }

    private static QualifiedIdentifier renamed(QualifiedIdentifier table, List<Rename> all, Folding folding) {
        return all.stream()
                .filter(Rename.OfTable.class::isInstance)
                .map(Rename.OfTable.class::cast)
                .filter(it -> folding.same(it.table(), table))
                .map(it -> table.named(it.to()))
                .findFirst()
                .orElse(table);
    }

    /** For people. */
    public static String text(Rename rename) {
        return switch (rename) {
            case Rename.OfTable it -> it.table() + " → " + it.to();
            case Rename.OfColumn it -> it.table() + "." + it.column() + " → " + it.to();
        };
    }
}
