package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.script.SqliteClause.Sort;
import dev.mig.script.SqliteTableText.Column;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table made anew with some things about it changed, which is what SQLite has in place of most ALTERs: another table,
 * the rows moved, the old one dropped, the new one under its name
 * (<a href="https://www.sqlite.org/lang_altertable.html#otheralter">the procedure</a>).
 *
 * <p>The new table is the text of the old one with the edits made to it, so that whatever else stands there stays; the
 * indexes and triggers are those that the table has. It works on texts alone, since a text is all that SQLite keeps; and
 * it does not look after foreign keys, which is done around the transaction that it runs in.
 *
 * @param edits at least one
 */
record SqliteRebuild(Identifier about, SqlStyle style, List<SqliteEdit> edits) implements Restatement {
    SqliteRebuild {
        edits = List.copyOf(edits);
    }

    @Override
    public boolean movesRows() {
        return true;
    }

    @Override
    public Optional<String> unforeseen(SqliteMaster known) {
        return Optional.of(known.unforeseen(about.text(), style));
    }

    @Override
    public Optional<String> broken() {
        return Optional.of("exists (select 1 from pragma_foreign_key_check("
                + style.literals().string(about.text()) + "))");
    }

    @Override
    public List<String> statements(SqliteMaster master) {
        SqliteTableText old = table(master);
        SqliteTableText changed = old;
        Map<String, String> sources = new LinkedHashMap<>();
        old.columns().forEach(it -> sources.put(it.key(), it.name()));
        for (SqliteEdit edit : edits) {
            changed = SqliteTableEdit.apply(about.text(), changed, edit);
            switch (edit) {
                case SqliteEdit.DropColumn it -> sources.remove(it.column());
                case SqliteEdit.SetType it -> sources.computeIfPresent(it.column(), (key, was) -> using(it, was));
                case SqliteEdit it -> {}
            }
        }
        if (changed.create("").equals(old.create(""))
                && sources.values().stream().noneMatch(it -> it.startsWith("("))) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        String name = style.quoted(about);
        String next = style.quoted(Identifier.exact("mig_new_" + about.text()));
        // The old way to rename leaves the views and triggers alone that speak of the table.
        statements.add("pragma legacy_alter_table = on");
        statements.add(changed.create(next));
        move(statements, old, changed, sources, name, next);
        if (old.isAutoincrement() && changed.isAutoincrement()) {
            moveCounter(statements);
        }
        statements.add("drop table " + name);
        statements.add("alter table " + next + " rename to " + name);
        statements.add("pragma legacy_alter_table = off");
        for (SqliteEdit edit : edits) {
            if (edit instanceof SqliteEdit.AddIdentity it && it.start() != null) {
                statements.add("update sqlite_sequence set seq = max(seq, "
                        + it.start().subtract(BigInteger.ONE) + ") where name = "
                        + style.literals().string(about.text()) + " collate nocase");
            }
        }
        master.of("index", about.text()).stream()
                .map(SqliteMaster.Entry::sql)
                .filter(it -> !usesDropped(it))
                .forEach(statements::add);
        master.of("trigger", about.text()).stream().map(SqliteMaster.Entry::sql).forEach(statements::add);
        if (edits.stream().anyMatch(SqliteEdit.DropColumn.class::isInstance)) {
            // Renaming makes SQLite read every view and trigger: none may need what is gone.
            String column = changed.columns().getFirst().name();
            statements.add("-- fails where a view or trigger needs what is gone\nalter table " + name
                    + " rename column " + column + " to " + column);
        }
        return statements;
    }

    private SqliteTableText table(SqliteMaster master) {
        Optional<SqliteMaster.Entry> entry = master.find("table", about.text());
        if (entry.isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.TABLE_UNKNOWN,
                    edits.getFirst().span(),
                    "table \"" + about + "\" does not exist",
                    "look at what the database has: is the name right, or is a revision missing?"));
        }
        return SqliteTableText.parse(entry.get().sql())
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        Code.DATABASE_LACKS,
                        edits.getFirst().span(),
                        "SQLite has no way to alter a virtual table, which \"" + about + "\" is",
                        "drop it and create it anew: sql \"\"\" … \"\"\"")));
    }

    private static String using(SqliteEdit.SetType edit, String source) {
        String using = edit.using();
        return using == null ? source : using;
    }

    private void move(
            List<String> statements,
            SqliteTableText old,
            SqliteTableText changed,
            Map<String, String> sources,
            String name,
            String next) {
        List<String> into = new ArrayList<>();
        List<String> from = new ArrayList<>();
        rowid(old, changed).ifPresent(it -> {
            into.add(it);
            from.add(it);
        });
        for (Column column : changed.columns()) {
            String source = sources.get(column.key());
            if (source != null && !column.has(Sort.GENERATED)) {
                into.add(column.name());
                from.add(source);
            }
        }
        if (!into.isEmpty()) {
            statements.add("insert into " + next + " (" + String.join(", ", into) + ")\nselect "
                    + String.join(", ", from) + " from " + name);
        }
    }

    /** The number of a row that no column holds, which indexes of other kinds may refer to. */
    private static Optional<String> rowid(SqliteTableText old, SqliteTableText changed) {
        if (old.isWithoutRowid() || changed.isWithoutRowid() || changed.hasRowidColumn()) {
            return Optional.empty();
        }
        List<String> taken = java.util.stream.Stream.of(old, changed)
                .flatMap(it -> it.columns().stream())
                .map(Column::key)
                .toList();
        return List.of("rowid", "_rowid_", "oid").stream()
                .filter(it -> !taken.contains(it))
                .findFirst();
    }

    private void moveCounter(List<String> statements) {
        String old = style.literals().string(about.text());
        String next = style.literals().string("mig_new_" + about.text());
        statements.add("delete from sqlite_sequence where name = " + next);
        statements.add("insert into sqlite_sequence (name, seq) select " + next
                + ", seq from sqlite_sequence where name = " + old + " collate nocase");
    }

    private boolean usesDropped(String index) {
        List<SqliteTokens.Token> parts = SqliteTokens.of(index).stream()
                .dropWhile(it -> !it.text().equals("("))
                .toList();
        return edits.stream()
                .anyMatch(
                        it -> it instanceof SqliteEdit.DropColumn drop && SqliteTokens.mentions(parts, drop.column()));
    }
}
