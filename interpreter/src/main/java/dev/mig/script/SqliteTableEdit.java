package dev.mig.script;

import dev.mig.script.SqliteClause.Sort;
import dev.mig.script.SqliteTableText.Column;
import dev.mig.script.SqliteTokens.Kind;
import dev.mig.script.SqliteTokens.Token;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Applies one edit to the text of a table. */
final class SqliteTableEdit {
    private final String table;
    private final SqliteTableText text;

    private SqliteTableEdit(String table, SqliteTableText text) {
        this.table = table;
        this.text = text;
    }

    /** @throws DiagnosticException if what the edit is about is not there */
    static SqliteTableText apply(String table, SqliteTableText text, SqliteEdit edit) {
        SqliteTableEdit on = new SqliteTableEdit(table, text);
        return switch (edit) {
            case SqliteEdit.AddColumn it -> on.addColumn(it);
            case SqliteEdit.DropColumn it -> on.dropColumn(it);
            case SqliteEdit.SetType it -> on.column(it.column(), it.span(), column -> on.setType(column, it));
            case SqliteEdit.SetNotNull it -> on.column(it.column(), it.span(), column -> notNull(column, it.notNull()));
            case SqliteEdit.SetDefault it ->
                on.column(it.column(), it.span(), column -> {
                    Column without = column.without(clause -> clause.sort() == Sort.DEFAULT);
                    return it.value() == null ? without : without.with("default " + it.value());
                });
            case SqliteEdit.AddIdentity it -> on.addIdentity(it);
            case SqliteEdit.DropIdentity it -> on.column(it.column(), it.span(), column -> dropIdentity(column, it));
            case SqliteEdit.AddConstraint it -> {
                SqliteTableText with = text.withLine(it.clause());
                for (String column : it.notNull()) {
                    with = with.withColumnChanged(column, found -> notNull(found, true));
                }
                yield with;
            }
            case SqliteEdit.DropConstraint it -> on.dropConstraint(it);
            case SqliteEdit.RenameConstraint it -> on.renameConstraint(it);
        };
    }

    private SqliteTableText column(String column, Span span, UnaryOperator<Column> change) {
        require(column, span);
        return text.withColumnChanged(column, change);
    }

    private void require(String column, Span span) {
        if (text.find(column).isEmpty()) {
            List<String> known = text.columns().stream().map(Column::key).toList();
            throw new DiagnosticException(Diagnostic.error(
                    Code.COLUMN_UNKNOWN,
                    span,
                    "column \"" + column + "\" does not exist on table " + table,
                    "the columns are " + String.join(", ", known)));
        }
    }

    private SqliteTableText addColumn(SqliteEdit.AddColumn it) {
        Column column = SqliteTableText.column(it.name(), it.definition());
        return text.withColumn(text.isStrict() ? column.withType(SqliteTypes.strict(column.type())) : column);
    }

    private SqliteTableText dropColumn(SqliteEdit.DropColumn it) {
        if (it.ifExists() && text.find(it.column()).isEmpty()) {
            return text;
        }
        require(it.column(), it.span());
        return text.withoutColumn(it.column())
                .withConstraints((clause, in) -> uses(clause, it.column()) ? null : clause);
    }

    private boolean uses(SqliteClause clause, String column) {
        return switch (clause.sort()) {
            case PRIMARY_KEY, UNIQUE -> clause.columns().contains(column);
            case CHECK -> clause.conditionMentions(column);
            case FOREIGN_KEY -> clause.isAbout(column, table.toLowerCase(Locale.ROOT), text.primaryKey());
            case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, NAME_ONLY -> false;
        };
    }

    private Column setType(Column column, SqliteEdit.SetType it) {
        Column typed = column.withType(text.isStrict() ? SqliteTypes.strict(it.type()) : it.type());
        Column unchecked = it.checked() ? typed.without(SqliteTableEdit::isOfType) : typed;
        return it.check() == null ? unchecked : unchecked.with("check " + it.check());
    }

    /** The condition that stands for an enum: without a name, and nothing but a list. */
    private static boolean isOfType(SqliteClause clause) {
        if (clause.sort() != Sort.CHECK || clause.name() != null) {
            return false;
        }
        List<Token> words = SqliteTokens.of(clause.text()).stream()
                .filter(it -> it.kind() != Kind.BLANK)
                .toList();
        return words.size() > 4 && words.get(3).isWord("in");
    }

    private static Column notNull(Column column, boolean wanted) {
        if (wanted && column.has(Sort.NOT_NULL)) {
            return column;
        }
        Column without = column.without(it -> it.sort() == Sort.NOT_NULL || it.sort() == Sort.NULL);
        return wanted ? without.with("not null") : without;
    }

    private SqliteTableText addIdentity(SqliteEdit.AddIdentity it) {
        require(it.column(), it.span());
        if (!text.primaryKey().equals(List.of(it.column()))) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.DATABASE_LACKS,
                    it.span(),
                    SqliteTypes.ONLY_KEYS,
                    SqliteTypes.KEY_WAY_OUT.formatted(it.column())));
        }
        String named = text.constraints().stream()
                .filter(clause -> clause.sort() == Sort.PRIMARY_KEY && clause.name() != null)
                .findFirst()
                .map(clause -> SqliteTokens.of(clause.text()))
                .map(SqliteTableEdit::upToName)
                .orElse("");
        return text.withConstraints((clause, in) -> clause.sort() == Sort.PRIMARY_KEY ? null : clause)
                .withColumnChanged(
                        it.column(),
                        column -> column.withType("integer")
                                .without(clause -> clause.sort() == Sort.NOT_NULL)
                                .with(named + "primary key autoincrement"));
    }

    private static String upToName(List<Token> tokens) {
        int names = 0;
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(token.text());
            names += token.kind() == Kind.BLANK ? 0 : 1;
            if (names == 2) {
                break;
            }
        }
        return text.append(" ").toString();
    }

    private static Column dropIdentity(Column column, SqliteEdit.DropIdentity it) {
        Column changed = it.type() == null ? column : column.withType(it.type());
        List<SqliteClause> clauses = changed.clauses().stream()
                .map(clause -> clause.sort() == Sort.PRIMARY_KEY
                        ? SqliteClause.of(without(clause.text(), "autoincrement"))
                        : clause)
                .toList();
        return notNull(new Column(changed.name(), changed.type(), clauses, null), true);
    }

    private static String without(String sql, String word) {
        List<Token> tokens = new ArrayList<>(SqliteTokens.of(sql));
        tokens.removeIf(it -> it.isWord(word));
        return SqliteTokens.text(tokens).strip();
    }

    private SqliteTableText dropConstraint(SqliteEdit.DropConstraint it) {
        boolean named = text.constraints().stream().anyMatch(clause -> clause.isNamed(it.constraint()));
        SqliteTableText without = text.withConstraints((clause, in) -> {
            boolean gone = named ? clause.isNamed(it.constraint()) : isLike(clause, in, it.like());
            return gone ? null : clause;
        });
        if (without.equals(text) && !it.ifExists()) {
            throw unknown(it.constraint(), it.span());
        }
        for (String column : it.nullable()) {
            without = without.withColumnChanged(column, found -> notNull(found, false));
        }
        return without;
    }

    private static boolean isLike(SqliteClause clause, @Nullable Column in, @Nullable SqliteClause like) {
        if (like == null || clause.name() != null || clause.sort() != like.sort()) {
            return false;
        }
        return switch (clause.sort()) {
            case PRIMARY_KEY -> true;
            case UNIQUE, FOREIGN_KEY -> (in == null ? clause.columns() : List.of(in.key())).equals(like.columns());
            case CHECK -> clause.condition().equals(like.condition());
            case NOT_NULL, NULL, DEFAULT, COLLATE, GENERATED, NAME_ONLY -> false;
        };
    }

    private SqliteTableText renameConstraint(SqliteEdit.RenameConstraint it) {
        SqliteTableText renamed = text.withConstraints(
                (clause, in) -> clause.isNamed(it.constraint()) ? clause.renamed(it.to()) : clause);
        if (renamed.equals(text)) {
            throw unknown(it.constraint(), it.span());
        }
        return renamed;
    }

    private DiagnosticException unknown(String constraint, Span span) {
        List<String> known = new ArrayList<>();
        text.constraints().forEach(it -> {
            if (it.name() != null) {
                known.add(it.name());
            }
        });
        return new DiagnosticException(Diagnostic.error(
                Code.CONSTRAINT_UNKNOWN,
                span,
                "constraint \"" + constraint + "\" does not exist on table " + table,
                known.isEmpty()
                        ? "no constraint of the table has a name"
                        : "the constraints are " + String.join(", ", known)));
    }
}
