package dev.mig.diff;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.View;
import dev.mig.script.Feature;
import dev.mig.script.IndexSql;
import dev.mig.script.SqlStyle;
import dev.mig.syntax.tree.Statement.Nulls;
import dev.mig.syntax.tree.Statement.Order;
import dev.mig.syntax.tree.TableItem.Deferrable;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import dev.mig.syntax.tree.Value.Word;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A normal form for the parts of a schema in which parts that are the same in one database are equal: types as that
 * database spells them, defaults filled in, and what the database does not store removed.
 */
final class NormalForm {
    private final SqlStyle style;
    private final Folding folding;
    private final ComparisonBasis basis;

    NormalForm(SqlStyle style, ComparisonBasis basis) {
        this.style = style;
        this.folding = style.folding();
        this.basis = basis;
    }

    // ---- types and values

    String type(ColumnType type) {
        return switch (type) {
            case ColumnType.Plain it -> style.types().plain().getOrDefault(it, it.name());
            case ColumnType.Decimal it -> style.types().decimal().formatted(it.precision(), it.scale());
            case ColumnType.Char(int length) -> style.types().character().formatted(length);
            case ColumnType.Varchar(int length) -> style.types().varchar().formatted(length);
            case ColumnType.Binary(int length) -> style.types().binary().formatted(length);
            case ColumnType.Timestamp(int precision, boolean zone) ->
                (zone ? style.types().timestamptz() : style.types().timestamp()).formatted(precision);
            case ColumnType.Array(ColumnType element) -> type(element) + "[]";
            case ColumnType.Enum it -> "enum " + folding.key(it.name()) + (knowsEnums() ? "" : it.values());
            case ColumnType.Native(String sql) ->
                sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        };
    }

    /** Whether enums are inline, with their values in the column type. */
    boolean columnsNameValues() {
        return !style.types().inlineEnum().isEmpty();
    }

    /** Whether enums are types of their own, so that a column need not list the values. */
    boolean knowsEnums() {
        Database database = style.database();
        return database.spokenForBy(List.of(Database.POSTGRESQL)).isPresent() || database == Database.H2;
    }

    /** Null for no default; a default of null counts as none. */
    @Nullable
    String value(@Nullable SqlValue value, ColumnType type) {
        return switch (value) {
            case null -> null;
            case SqlValue.Null it -> null;
            case SqlValue.Default it -> null;
            case SqlValue.Text(String text) -> text(text, type);
            case SqlValue.Number(String written) -> number(written);
            case SqlValue.Bool(boolean it) -> Boolean.toString(it);
            case SqlValue.Keyword(Word word) -> expression(word == Word.NOW ? "current_timestamp" : word.written());
            case SqlValue.Expression(String sql) -> expression(sql);
            case SqlValue.Call it ->
                expression((it.function().schema() == null ? "" : it.function().schema() + ".")
                        + it.function().name()
                        + it.arguments());
        };
    }

    private static String text(String text, ColumnType type) {
        boolean numeric = type instanceof ColumnType.Decimal
                || type == ColumnType.Plain.SMALLINT
                || type == ColumnType.Plain.INTEGER
                || type == ColumnType.Plain.BIGINT
                || type == ColumnType.Plain.REAL
                || type == ColumnType.Plain.DOUBLE;
        String same = type == ColumnType.Plain.JSON ? withoutLayout(text) : text;
        return numeric ? number(text) : "'" + same.replace("'", "''") + "'";
    }

    /** JSON without insignificant blanks. */
    private static String withoutLayout(String json) {
        StringBuilder kept = new StringBuilder();
        boolean string = false;
        for (int i = 0; i < json.length(); i++) {
            char here = json.charAt(i);
            if (here == '\\' && string && i + 1 < json.length()) {
                kept.append(here).append(json.charAt(++i));
                continue;
            }
            string ^= here == '"';
            if (string || !Character.isWhitespace(here)) {
                kept.append(here);
            }
        }
        return kept.toString();
    }

    private static String number(String written) {
        try {
            return new BigDecimal(written).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException no) {
            return written;
        }
    }

    @Nullable
    String expressionOrNull(@Nullable String sql) {
        return sql == null ? null : expression(sql);
    }

    String expression(String sql) {
        return switch (basis) {
            case DATABASE -> Expressions.flat(sql, folding);
            case AUTHORS -> Expressions.canonical(sql, folding);
        };
    }

    // ---- columns

    /** Without properties that no statement changes: identity options and the collation. */
    record NormalColumn(
            String type,
            boolean notNull,
            @Nullable String defaultValue,
            boolean identity,
            @Nullable String generated,
            String comment) {}

    NormalColumn column(Table table, Column column) {
        Column.Generated generated = column.generated();
        return new NormalColumn(
                type(column.type()),
                column.notNull() || table.isNeverNull(column, folding),
                value(column.defaultValue(), column.type()),
                column.identity() != null,
                generated == null ? null : expression(generated.expression()),
                comment(column.comment()));
    }

    String comment(@Nullable String comment) {
        return comment == null || !style.has(Feature.COMMENT) ? "" : comment;
    }

    // ---- constraints and indexes

    /** A constraint without its name. */
    List<Object> constraint(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey it -> List.of("primary key", keys(it.columns()));
            case Constraint.Unique it -> List.of("unique", keys(it.columns()));
            case Constraint.Check it -> List.of("check", expression(it.condition()));
            case Constraint.ForeignKey it ->
                List.of(
                        "foreign key",
                        keys(it.columns()),
                        folding.key(it.target()),
                        keys(it.targetColumns()),
                        action(it.onDelete()),
                        action(it.onUpdate()),
                        deferrable(it.deferrable()));
        };
    }

    /** Without deferred checks, restrict and no action are the same. */
    private String action(@Nullable ReferenceAction action) {
        ReferenceAction said = Objects.requireNonNullElse(action, ReferenceAction.NO_ACTION);
        boolean one = said == ReferenceAction.RESTRICT && !style.has(Feature.DEFERRABLE);
        return (one ? ReferenceAction.NO_ACTION : said).name();
    }

    private String deferrable(@Nullable Deferrable deferrable) {
        if (deferrable == null || !style.has(Feature.DEFERRABLE)) {
            return "";
        }
        return (deferrable == Deferrable.UNSTATED ? Deferrable.INITIALLY_IMMEDIATE : deferrable).name();
    }

    List<Object> index(Index index) {
        return List.of(
                index.unique(),
                method(index),
                index.elements().stream().map(this::element).toList(),
                style.has(Feature.INDEX_INCLUDE) ? keys(index.include()) : List.of(),
                Optional.ofNullable(expressionOrNull(index.where())));
    }

    private String method(Index index) {
        Identifier method = index.method();
        boolean known = style.has(Feature.INDEX_METHOD) || IndexSql.isKind(index, style);
        return method == null || !known ? "btree" : method.text().toLowerCase(Locale.ROOT);
    }

    private List<Object> element(Index.Element element) {
        Order order = Objects.requireNonNullElse(element.order(), Order.ASC);
        Nulls usual = (order == Order.ASC) == nullsAreHigh() ? Nulls.LAST : Nulls.FIRST;
        Nulls nulls = style.has(Feature.INDEX_NULLS) && element.nulls() != null ? element.nulls() : usual;
        QualifiedIdentifier operators = element.operatorClass();
        return List.of(
                switch (element.key()) {
                    case Index.ColumnKey(Identifier column) -> folding.key(column);
                    case Index.ExpressionKey(SqlValue expression) ->
                        String.valueOf(value(expression, ColumnType.Plain.TEXT));
                },
                operators == null ? "" : folding.key(operators),
                order,
                nulls);
    }

    /** A view without its name. */
    List<Object> view(View view) {
        List<Object> indexes = view.indexes().stream()
                .sorted(Comparator.comparing(it -> folding.key(it.name())))
                .map(it -> (Object) List.of(folding.key(it.name()), index(it)))
                .toList();
        return List.of(view.materialized(), Expressions.flat(view.query(), folding), indexes);
    }

    private boolean nullsAreHigh() {
        return style.database().spokenForBy(List.of(Database.POSTGRESQL)).isPresent();
    }

    private List<String> keys(List<Identifier> names) {
        return names.stream().map(folding::key).toList();
    }
}
