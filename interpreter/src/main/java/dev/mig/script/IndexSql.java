package dev.mig.script;

import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indexes, the standard way: there is no standard, but most databases agree. */
public final class IndexSql {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;

    IndexSql(SqlStyle style, Spelling spelling, Drafts drafts) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
    }

    void create(Operation.CreateIndex it) {
        Index index = it.index();
        StringBuilder sql = new StringBuilder("create ").append(index(index));
        boolean concurrently = it.concurrently() && kept(Feature.CONCURRENT_INDEX);
        sql.append(concurrently ? "concurrently " : "")
                .append(StandardSql.ifNotExists(it.ifNotExists()))
                .append(spelling.newName(index.name()))
                .append(" on ")
                .append(spelling.name(it.table()));
        Identifier method = index.method();
        if (method != null && !isKind(index, style) && kept(Feature.INDEX_METHOD)) {
            sql.append(" using ").append(spelling.name(method));
        }
        sql.append(" ").append(over(index));
        write(sql.toString(), concurrently);
    }

    /** What sort of index it is. */
    String index(Index index) {
        String kind = isKind(index, style) ? word(index.method()) + " " : "";
        return (index.unique() ? "unique " : "") + kind + "index ";
    }

    /** Whether what the index says of its method is an index of another sort on this database: MySQL's fulltext. */
    public static boolean isKind(Index index, SqlStyle style) {
        return style.has(Feature.INDEX_KIND) && Set.of("fulltext", "spatial").contains(word(index.method()));
    }

    private static String word(@Nullable Identifier method) {
        return method == null ? "" : method.text().toLowerCase(Locale.ROOT);
    }

    /** Whether a key is over the first characters of a column: {@code name(10)}. */
    static boolean isPrefix(Index.Key key) {
        return key instanceof Index.ExpressionKey(SqlValue.Call call)
                && call.arguments().matches("\\(\\s*\\d+\\s*\\)");
    }

    /** What stands in brackets, and what follows them. */
    String over(Index index) {
        StringBuilder sql = new StringBuilder("(");
        String comma = "";
        for (Index.Element element : index.elements()) {
            sql.append(comma).append(element(element));
            comma = ", ";
        }
        sql.append(")");
        boolean includes =
                style.has(Feature.INDEX_INCLUDE) || (index.unique() && style.has(Feature.UNIQUE_INDEX_INCLUDE));
        if (!index.include().isEmpty() && (includes || kept(Feature.INDEX_INCLUDE))) {
            sql.append(" include (").append(spelling.names(index.include())).append(")");
        }
        if (index.where() != null) {
            if (style.has(Feature.PARTIAL_INDEX)) {
                sql.append(" where ").append(index.where());
            } else {
                drafts.refuse(
                        Feature.PARTIAL_INDEX,
                        index.unique()
                                ? "make the index unique over a generated column that is null where the condition is"
                                        + " false"
                                : "leave the condition out there: on "
                                        + style.database().word() + " { create index … }");
            }
        }
        return sql.toString();
    }

    void drop(Operation.DropIndex it) {
        boolean concurrently = it.concurrently() && kept(Feature.CONCURRENT_INDEX);
        write(
                "drop index " + (concurrently ? "concurrently " : "") + StandardSql.ifExists(it.ifExists())
                        + spelling.name(located(it.name(), it.table())),
                concurrently);
    }

    void rename(Operation.RenameIndex it) {
        drafts.structure("alter index " + spelling.name(located(it.name(), it.table())) + " rename to "
                + spelling.newName(it.to()));
    }

    /** An index lives in the schema of its table. */
    private static QualifiedIdentifier located(QualifiedIdentifier index, @Nullable QualifiedIdentifier table) {
        return index.schema() != null || table == null ? index : table.named(index.name());
    }

    private String element(Index.Element element) {
        String sql = switch (element.key()) {
            case Index.ColumnKey(Identifier column) -> spelling.name(column);
            case Index.ExpressionKey(SqlValue.Call call)
            when isPrefix(element.key()) && style.has(Feature.INDEX_PREFIX) ->
                spelling.name(call.function()) + call.arguments();
            case Index.ExpressionKey(var expression) -> {
                if (!style.has(Feature.EXPRESSION_INDEX)) {
                    drafts.refuse(
                            Feature.EXPRESSION_INDEX,
                            "add a generated column with the expression, and an index on that column");
                }
                yield spelling.literal(expression, null);
            }
        };
        QualifiedIdentifier operatorClass = element.operatorClass();
        if (operatorClass != null) {
            if (style.has(Feature.OPERATOR_CLASS)) {
                sql += " " + spelling.name(operatorClass);
            } else {
                drafts.refuse(Feature.OPERATOR_CLASS, "leave \"" + operatorClass + "\" out for this database");
            }
        }
        if (element.order() != null) {
            sql += " " + element.order().name().toLowerCase(Locale.ROOT);
        }
        if (element.nulls() != null) {
            if (style.has(Feature.INDEX_NULLS)) {
                sql += " nulls " + element.nulls().name().toLowerCase(Locale.ROOT);
            } else {
                drafts.refuse(Feature.INDEX_NULLS, "leave it out for this database");
            }
        }
        return sql;
    }

    private boolean kept(Feature feature) {
        boolean has = style.has(feature);
        if (!has) {
            drafts.leaveOut(feature);
        }
        return has;
    }

    private void write(String sql, boolean concurrently) {
        if (concurrently) {
            drafts.outside(() -> drafts.structure(sql));
        } else {
            drafts.structure(sql);
        }
    }
}
