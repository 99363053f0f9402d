package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.script.SqliteMaster.Entry;
import dev.mig.script.SqliteTokens.Kind;
import dev.mig.script.SqliteTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rebuild that was written down when somebody went up, and is run from that text to come back: a way back of which the
 * journal alone knows. What the table has got that the text knows nothing of is taken along.
 *
 * @param rebuild what {@link SqliteRebuild} made, to the end of the indexes and triggers after it
 */
record SqliteKeptRebuild(Identifier about, List<String> rebuild) implements Restatement {
    static final String FIRST = "pragma legacy_alter_table = on";
    private static final String LAST = "pragma legacy_alter_table = off";

    SqliteKeptRebuild {
        rebuild = List.copyOf(rebuild);
    }

    /** The rebuild that a list of statements begins with, if it does. */
    static Optional<SqliteKeptRebuild> at(List<String> statements) {
        int last = statements.indexOf(LAST);
        Optional<String> drop = statements.stream()
                .limit(Math.max(last, 0))
                .filter(it -> it.startsWith("drop table "))
                .findFirst();
        if (!statements.getFirst().equals(FIRST) || drop.isEmpty()) {
            return Optional.empty();
        }
        Identifier table = Identifier.exact(words(drop.get()).getLast().name());
        int end = last + 1;
        while (end < statements.size() && belongs(statements.get(end), table)) {
            end++;
        }
        return Optional.of(new SqliteKeptRebuild(table, statements.subList(0, end)));
    }

    private static boolean belongs(String statement, Identifier table) {
        return created(statement).isPresent() && SqliteNames.isOn(statement, key(table));
    }

    /** The name of the index or trigger that a statement creates. */
    private static Optional<String> created(String statement) {
        List<Token> words = words(statement);
        int kind = words.size() > 1 && words.get(1).isWord("unique") ? 2 : 1;
        boolean creates = words.size() > kind + 1
                && words.getFirst().isWord("create")
                && (words.get(kind).isWord("index") || words.get(kind).isWord("trigger"));
        return creates ? Optional.of(words.get(kind + 1).key()) : Optional.empty();
    }

    @Override
    public boolean movesRows() {
        return true;
    }

    @Override
    public List<String> statements(SqliteMaster master) {
        Set<String> gone = columns(master.find("table", about.text()).map(Entry::sql));
        gone.removeAll(columns(
                rebuild.stream().filter(it -> it.startsWith("create table ")).findFirst()));
        Set<String> known = rebuild.stream().flatMap(it -> created(it).stream()).collect(Collectors.toSet());
        List<String> statements = new ArrayList<>();
        for (String statement : rebuild) {
            // SQLite may have written a trigger anew since then.
            statements.add(created(statement)
                    .flatMap(it -> master.find("trigger", it))
                    .map(Entry::sql)
                    .orElse(statement));
        }
        Stream.concat(master.of("index", about.text()).stream(), master.of("trigger", about.text()).stream())
                .filter(it -> !known.contains(it.name().toLowerCase(Locale.ROOT)))
                .filter(it -> it.type().equals("trigger")
                        || gone.stream().noneMatch(column -> SqliteTokens.mentions(it.sql(), column)))
                .map(Entry::sql)
                .forEach(statements::add);
        return statements;
    }

    private static Set<String> columns(Optional<String> table) {
        return table.flatMap(SqliteTableText::parse).stream()
                .flatMap(it -> it.columns().stream())
                .map(SqliteTableText.Column::key)
                .collect(Collectors.toSet());
    }

    private static String key(Identifier identifier) {
        return identifier.text().toLowerCase(Locale.ROOT);
    }

    private static List<Token> words(String sql) {
        return SqliteTokens.of(sql).stream()
                .filter(it -> it.kind() != Kind.BLANK)
                .toList();
    }
}
