package dev.mig.script;

import dev.mig.script.SqliteClause.Sort;
import dev.mig.script.SqliteTokens.Kind;
import dev.mig.script.SqliteTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CREATE TABLE, which is all that SQLite knows of a table, taken apart so that one piece can be changed
 * while every other stays to the letter, whether this program has a word for it or not. Immutable.
 *
 * @param items columns, then lines about several of them, in order
 * @param tail what follows the closing bracket
 */
public record SqliteTableText(List<Item> items, String tail) {
    public SqliteTableText {
        items = List.copyOf(items);
    }

    /** Something between two commas. */
    public sealed interface Item {
        /** As it stands between the commas, with blanks and comments. */
        String text();
    }

    /**
     * @param name as it was written, quotes included
     * @param type empty for a column without one
     * @param verbatim the whole item as it was written; null once something about it has changed
     */
    public record Column(
            String name,
            String type,
            List<SqliteClause> clauses,
            @Nullable String verbatim) implements Item {
        public Column {
            clauses = List.copyOf(clauses);
        }

        public String key() {
            return SqliteTokens.of(name).getFirst().key();
        }

        public Optional<SqliteClause> clause(Sort sort) {
            return clauses.stream().filter(it -> it.sort() == sort).findFirst();
        }

        public boolean has(Sort sort) {
            return clause(sort).isPresent();
        }

        Column withType(String to) {
            return new Column(name, to, clauses, null);
        }

        /** The same where nothing would go. */
        Column without(Predicate<SqliteClause> unwanted) {
            List<SqliteClause> rest = clauses.stream().filter(unwanted.negate()).toList();
            return rest.size() == clauses.size() ? this : new Column(name, type, rest, null);
        }

        Column with(String clause) {
            List<SqliteClause> more = new ArrayList<>(clauses);
            more.add(SqliteClause.of(clause));
            return new Column(name, type, more, null);
        }

        @Override
        public String text() {
            if (verbatim != null) {
                return verbatim;
            }
            StringBuilder text = new StringBuilder("\n  ").append(name);
            if (!type.isEmpty()) {
                text.append(" ").append(type);
            }
            clauses.forEach(
                    it -> text.append(it.text().contains("--") ? "\n    " : " ").append(it.text()));
            return text.toString();
        }
    }

    /** SQLite lets several constraints stand between two commas. */
    public record Line(List<SqliteClause> clauses, @Nullable String verbatim) implements Item {
        public Line {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String text() {
            return verbatim != null
                    ? verbatim
                    : "\n  "
                            + String.join(
                                    "\n  ",
                                    clauses.stream().map(SqliteClause::text).toList());
        }
    }

    /** A column as somebody has just written it. */
    static Column column(String name, String definition) {
        return (Column) item(SqliteTokens.of("\n  " + name + " " + definition));
    }

    /** Empty for what is no plain CREATE TABLE: a virtual table. */
    public static Optional<SqliteTableText> parse(String sql) {
        List<Token> tokens = SqliteTokens.of(sql);
        List<Token> head = new ArrayList<>();
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).text().equals("(")) {
            head.add(tokens.get(at++));
        }
        if (at == tokens.size() || head.stream().anyMatch(it -> it.isWord("virtual"))) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        int depth = 1;
        int start = ++at;
        while (at < tokens.size()) {
            String text = tokens.get(at).text();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && text.equals(","))) {
                items.add(item(tokens.subList(start, at)));
                start = at + 1;
                if (depth == 0) {
                    break;
                }
            }
            at++;
        }
        return depth == 0
                ? Optional.of(new SqliteTableText(items, SqliteTokens.text(tokens.subList(at + 1, tokens.size()))))
                : Optional.empty();
    }

    private static Item item(List<Token> tokens) {
        String verbatim = SqliteTokens.text(tokens);
        int first = 0;
        while (first < tokens.size() && tokens.get(first).kind() == Kind.BLANK) {
            first++;
        }
        if (first == tokens.size() || SqliteClause.beginsLine(tokens.get(first))) {
            return new Line(SqliteClause.parse(tokens, true), verbatim);
        }
        int clauses = SqliteClause.firstOfColumn(tokens, first + 1);
        return new Column(
                tokens.get(first).text(),
                SqliteTokens.text(tokens.subList(first + 1, clauses)).strip(),
                SqliteClause.parse(tokens.subList(clauses, tokens.size()), false),
                verbatim);
    }

    // ---- asking

    public List<Column> columns() {
        return items.stream()
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .toList();
    }

    public Optional<Column> find(String key) {
        return columns().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    public boolean isStrict() {
        return hasOption("strict");
    }

    public boolean isWithoutRowid() {
        return hasOption("rowid");
    }

    private boolean hasOption(String word) {
        return SqliteTokens.of(tail).stream().anyMatch(it -> it.isWord(word));
    }

    public boolean isAutoincrement() {
        return columns().stream()
                .flatMap(it -> it.clause(Sort.PRIMARY_KEY).stream())
                .anyMatch(it -> it.says("autoincrement"));
    }

    /** The columns of the primary key, in lower case; empty without one. */
    public List<String> primaryKey() {
        for (Column column : columns()) {
            if (column.has(Sort.PRIMARY_KEY)) {
                return List.of(column.key());
            }
        }
        return lines().filter(it -> it.sort() == Sort.PRIMARY_KEY)
                .findFirst()
                .map(SqliteClause::columns)
                .orElse(List.of());
    }

    /** Whether a column is another name of the row's own number: https://www.sqlite.org/lang_createtable.html#rowid. */
    boolean hasRowidColumn() {
        List<String> key = primaryKey();
        return !isWithoutRowid()
                && key.size() == 1
                && find(key.getFirst())
                        .filter(it -> it.type().equalsIgnoreCase("integer"))
                        .filter(it -> it.clause(Sort.PRIMARY_KEY)
                                .map(clause -> !clause.says("desc"))
                                .orElse(true))
                        .isPresent();
    }

    /** The constraints that stand on lines of their own. */
    public Stream<SqliteClause> lines() {
        return items.stream().filter(Line.class::isInstance).flatMap(it -> ((Line) it).clauses().stream());
    }

    /** Every constraint, wherever it stands. */
    public List<SqliteClause> constraints() {
        return Stream.concat(columns().stream().flatMap(it -> it.clauses().stream()), lines())
                .toList();
    }

    // ---- changing

    SqliteTableText withColumn(Column column) {
        List<Item> changed = new ArrayList<>(items);
        int place = 0;
        for (int i = 0; i < changed.size(); i++) {
            place = changed.get(i) instanceof Column ? i + 1 : place;
        }
        changed.add(place, column);
        return new SqliteTableText(changed, tail);
    }

    SqliteTableText withoutColumn(String key) {
        return new SqliteTableText(
                items.stream()
                        .filter(it ->
                                !(it instanceof Column column && column.key().equals(key)))
                        .toList(),
                tail);
    }

    SqliteTableText withColumnChanged(String key, UnaryOperator<Column> change) {
        return new SqliteTableText(
                items.stream()
                        .map(it -> it instanceof Column column && column.key().equals(key) ? change.apply(column) : it)
                        .toList(),
                tail);
    }

    SqliteTableText withLine(String clause) {
        List<Item> changed = new ArrayList<>(items);
        changed.add(new Line(List.of(SqliteClause.of(clause)), null));
        return new SqliteTableText(changed, tail);
    }

    /** Every constraint in its place as something else, or gone where that is null. */
    SqliteTableText withConstraints(Change change) {
        List<Item> changed = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case Column column -> {
                    List<SqliteClause> clauses = changed(column.clauses(), column, change);
                    changed.add(
                            clauses.equals(column.clauses())
                                    ? column
                                    : new Column(column.name(), column.type(), clauses, null));
                }
                case Line line -> {
                    List<SqliteClause> clauses = changed(line.clauses(), null, change);
                    if (clauses.equals(line.clauses())) {
                        changed.add(line);
                    } else if (!clauses.isEmpty()) {
                        changed.add(new Line(clauses, null));
                    }
                }
            }
        }
        return new SqliteTableText(changed, tail);
    }

    interface Change {
        /** @param column that the clause stands in; null where it has a line of its own */
        @Nullable
        SqliteClause of(SqliteClause clause, @Nullable Column column);
    }

    private static List<SqliteClause> changed(List<SqliteClause> clauses, @Nullable Column column, Change change) {
        List<SqliteClause> changed = new ArrayList<>();
        for (SqliteClause clause : clauses) {
            SqliteClause now = change.of(clause, column);
            if (now != null) {
                changed.add(now);
            }
        }
        return changed;
    }

    /** The statement that creates it under a name, which is given as SQL spells it. */
    String create(String name) {
        StringBuilder sql = new StringBuilder("create table ").append(name).append(" (");
        String comma = "";
        for (Item item : items) {
            sql.append(comma).append(withoutBlankEnd(item.text()));
            comma = ",";
        }
        return sql.append("\n)").append(tail.stripTrailing()).toString();
    }

    /** The end of a comment to the end of the line is no blank. */
    private static String withoutBlankEnd(String text) {
        List<Token> tokens = SqliteTokens.of(text);
        return tokens.isEmpty() || tokens.getLast().text().startsWith("--") ? text : text.stripTrailing();
    }
}
