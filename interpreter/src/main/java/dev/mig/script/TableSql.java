package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.syntax.tree.TableItem.Deferrable;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import dev.mig.syntax.tree.TableItem.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables and their parts in standard SQL. */
final class TableSql {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;

    TableSql(SqlStyle style, Spelling spelling, Drafts drafts) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
    }

    void create(Operation.CreateTable operation) {
        Table table = operation.table();
        List<String> lines = new ArrayList<>();
        DefinitionSpans places = DefinitionSpans.in(operation.span());
        for (Column column : table.columns()) {
            drafts.at(places.of(column.name()));
            lines.add(column(column));
        }
        for (Constraint constraint : table.constraints()) {
            drafts.at(places.of(placed(constraint)));
            lines.add(constraint(constraint));
        }
        drafts.at(operation.span());
        StringBuilder sql = new StringBuilder("create table ")
                .append(StandardSql.ifNotExists(operation.ifNotExists()))
                .append(spelling.newName(table.name()))
                .append(" (\n  ")
                .append(String.join(",\n  ", lines))
                .append("\n)");
        for (String option : table.options()) {
            if (style.has(Feature.TABLE_OPTIONS)) {
                sql.append(" ").append(option);
            } else {
                drafts.leaveOut(Feature.TABLE_OPTIONS);
            }
        }
        drafts.structure(sql.toString());
        if (table.comment() != null) {
            comment(table.name(), table.comment());
        }
        if (!style.has(Feature.INLINE_COLUMN_COMMENT)) {
            for (Column column : table.columns()) {
                if (column.comment() != null) {
                    comment(table.name(), column.name(), column.comment());
                }
            }
        }
    }

    /** A constraint that has a line of its own has its name there, one of a column the column's. */
    static Identifier placed(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey it
            when it.columns().size() == 1 -> it.columns().getFirst();
            case Constraint.ForeignKey it -> it.name();
            case Constraint.PrimaryKey it -> it.name();
            case Constraint.Unique it -> it.name();
            case Constraint.Check it -> it.name();
        };
    }

    void comment(QualifiedIdentifier table, @Nullable String comment) {
        comment("table " + spelling.name(table), comment);
    }

    private void comment(QualifiedIdentifier table, Identifier column, @Nullable String comment) {
        comment("column " + spelling.name(table) + "." + spelling.name(column), comment);
    }

    private void comment(String on, @Nullable String comment) {
        if (style.has(Feature.COMMENT)) {
            drafts.structure("comment on " + on + " is "
                    + (comment == null ? "null" : style.literals().string(comment)));
        } else {
            drafts.leaveOut(Feature.COMMENT);
        }
    }

    /** In as few ALTERs as the database takes. */
    void alter(QualifiedIdentifier table, List<TableChange> changes, SchemaModel before) {
        Alteration alteration = new Alteration(table, before);
        for (TableChange change : changes) {
            alteration.add(change);
        }
        alteration.send();
    }

    /** The actions on one table that wait to be sent together. */
    private final class Alteration {
        private final QualifiedIdentifier table;
        /** The key is dropped in what waits, and the database wants the next one in the same statement. */
        private boolean keyless;

        private final List<String> waiting = new ArrayList<>();
        private final AlterBatching rule = new AlterBatching(style.folding());

        private SchemaModel now;

        Alteration(QualifiedIdentifier table, SchemaModel before) {
            this.table = table;
            this.now = before;
        }

        void add(TableChange change) {
            if (waiting.isEmpty()) {
                drafts.at(change.span());
            }
            switch (change) {
                case TableChange.AddColumn(Column column, var span) -> {
                    together(change, "add column " + column(column));
                    if (column.comment() != null && !style.has(Feature.INLINE_COLUMN_COMMENT)) {
                        send();
                        comment(table, column.name(), column.comment());
                    }
                }
                case TableChange.DropColumn it ->
                    together(change, "drop column " + StandardSql.ifExists(it.ifExists()) + spelling.name(it.column()));
                case TableChange.RenameColumn it ->
                    alone("rename column " + spelling.name(it.column()) + " to " + spelling.newName(it.to()));
                case TableChange.SetType it ->
                    together(
                            change,
                            alterColumn(it.column()) + "set data type " + spelling.type(it.type()) + using(it.using()));
                case TableChange.SetNotNull it when isWayBackOfAKey(it) -> {}
                case TableChange.SetNotNull it ->
                    together(change, alterColumn(it.column()) + (it.notNull() ? "set not null" : "drop not null"));
                case TableChange.SetDefault it -> together(change, alterColumn(it.column()) + defaultValue(it));
                case TableChange.SetComment it -> {
                    send();
                    comment(table, it.column(), it.comment());
                }
                case TableChange.SetIdentity it -> {
                    Column.Identity identity = it.identity();
                    together(
                            change,
                            alterColumn(it.column())
                                    + (identity == null ? "drop identity" : "add " + spelling.identity(identity)));
                }
                case TableChange.AddConstraint it ->
                    together(change, "add " + constraint(it.constraint()) + (it.notValid() ? notValid() : ""));
                case TableChange.DropConstraint it ->
                    together(
                            change,
                            "drop constraint " + StandardSql.ifExists(it.ifExists()) + spelling.name(it.name()));
                case TableChange.ValidateConstraint it -> {
                    if (style.has(Feature.NOT_VALID)) {
                        together(change, "validate constraint " + spelling.name(it.name()));
                    } else {
                        drafts.refuse(Feature.NOT_VALID, NOT_VALID_WAY_OUT);
                    }
                }
                case TableChange.RenameConstraint it ->
                    alone("rename constraint " + spelling.name(it.name()) + " to " + spelling.newName(it.to()));
                case TableChange.SetSchema it -> {
                    if (style.has(Feature.SET_SCHEMA)) {
                        alone("set schema " + spelling.name(it.schema()));
                    } else {
                        drafts.refuse(
                                "way to move a table to another schema",
                                "create table " + it.schema() + "." + table.name()
                                        + " { … }, insert into it from the old table, and drop that");
                    }
                }
            }
            now = now.apply(new Operation.AlterTable(table, List.of(change), change.span()));
        }

        /** What never is null cannot be told that it may be: said only where "not null" on it is taken back. */
        private boolean isWayBackOfAKey(TableChange.SetNotNull change) {
            return !change.notNull()
                    && now.table(table)
                            .known()
                            .flatMap(it -> it.column(change.column(), style.folding())
                                    .filter(column -> it.isNeverNull(column, style.folding())))
                            .isPresent();
        }

        private String defaultValue(TableChange.SetDefault change) {
            SqlValue value = change.value();
            if (value == null) {
                return "drop default";
            }
            return "set default " + spelling.literal(value, spelling.typeOf(now, table, change.column()));
        }

        private void together(TableChange change, String action) {
            boolean key =
                    change instanceof TableChange.AddConstraint it && it.constraint() instanceof Constraint.PrimaryKey;
            if (!rule.admits(change) || (keyless && !key)) {
                send();
                drafts.at(change.span());
            }
            waiting.add(action);
            rule.waits(change);
            keyless = dropsKey(change) && !style.has(Feature.TABLE_WITHOUT_KEY);
            if (!style.actionsTogether() && !keyless) {
                send();
            }
        }

        private static boolean dropsKey(TableChange change) {
            return change instanceof TableChange.DropConstraint it && it.dropped() instanceof Constraint.PrimaryKey;
        }

        private void alone(String action) {
            send();
            waiting.add(action);
            send();
        }

        void send() {
            if (keyless) {
                drafts.refuse(
                        Feature.TABLE_WITHOUT_KEY,
                        "add the new key right after: alter table " + table
                                + " { drop primary key … add primary key (…) }");
                keyless = false;
            }
            if (!waiting.isEmpty()) {
                drafts.structure("alter table " + spelling.name(table) + " " + String.join(", ", waiting));
                waiting.clear();
                rule.sent();
            }
        }
    }

    static final String NOT_VALID_WAY_OUT =
            "add the constraint without \"not valid\": the rows that are there are checked at once";

    private String notValid() {
        if (style.has(Feature.NOT_VALID)) {
            return " not valid";
        }
        drafts.refuse(Feature.NOT_VALID, NOT_VALID_WAY_OUT);
        return "";
    }

    private String alterColumn(Identifier column) {
        return "alter column " + spelling.name(column) + " ";
    }

    private String using(@Nullable String expression) {
        return expression == null ? "" : " using " + expression;
    }

    /** A column as it stands in a table; its constraints stand beside it. */
    String column(Column column) {
        StringBuilder sql =
                new StringBuilder(spelling.newName(column.name())).append(" ").append(spelling.type(column.type()));
        Identifier collation = column.collation();
        if (collation != null) {
            if (style.has(Feature.COLLATION)) {
                sql.append(" collate ").append(spelling.name(collation));
            } else {
                drafts.refuse(
                        Feature.COLLATION, "leave \"collate\" out for this database, or set it for the whole of it");
            }
        }
        SqlValue value = column.defaultValue();
        Column.Identity identity = column.identity();
        if (value != null) {
            sql.append(" default ").append(spelling.literal(value, column.type()));
        } else if (identity != null) {
            sql.append(" ").append(spelling.identity(identity));
        } else if (column.generated() != null) {
            sql.append(generated(column.generated()));
        }
        String comment = column.comment();
        if (comment != null && style.has(Feature.INLINE_COLUMN_COMMENT)) {
            sql.append(" comment ").append(style.literals().string(comment));
        }
        return sql.append(column.notNull() ? " not null" : "").toString();
    }

    private String generated(Column.Generated generated) {
        String sql = " generated always as " + generated.expression();
        Storage storage = generated.storage();
        if (storage == null) {
            return style.has(Feature.GENERATED_STORAGE_REQUIRED) ? sql + " stored" : sql;
        }
        Feature wanted = switch (storage) {
            case STORED -> Feature.STORED_GENERATED;
            case VIRTUAL -> Feature.VIRTUAL_GENERATED;
        };
        String word = storage.name().toLowerCase(Locale.ROOT);
        if (!style.has(wanted)) {
            drafts.refuse(wanted.words(), "leave \"" + word + "\" out: the database then does it in its own way");
        }
        return style.has(Feature.GENERATED_STORAGE_WORD) ? sql + " " + word : sql;
    }

    String constraint(Constraint constraint) {
        String named = "constraint " + spelling.newName(constraint.name()) + " ";
        return named
                + switch (constraint) {
                    case Constraint.PrimaryKey it -> "primary key (" + spelling.names(it.columns()) + ")";
                    case Constraint.Unique it -> "unique (" + spelling.names(it.columns()) + ")";
                    case Constraint.Check it -> "check " + it.condition();
                    case Constraint.ForeignKey it -> foreignKey(it);
                };
    }

    private String foreignKey(Constraint.ForeignKey key) {
        return "foreign key (" + spelling.names(key.columns()) + ") references " + spelling.name(key.target())
                + (key.targetColumns().isEmpty() ? "" : " (" + spelling.names(key.targetColumns()) + ")")
                + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate())
                + deferrable(key.deferrable());
    }

    private static String action(String when, @Nullable ReferenceAction action) {
        return action == null
                ? ""
                : when + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String deferrable(@Nullable Deferrable deferrable) {
        if (deferrable == null) {
            return "";
        }
        if (!style.has(Feature.DEFERRABLE)) {
            drafts.refuse(
                    Feature.DEFERRABLE,
                    "leave \"deferrable\" out, and change the rows in an order that never breaks the constraint");
        }
        return switch (deferrable) {
            case UNSTATED -> " deferrable";
            case INITIALLY_DEFERRED -> " deferrable initially deferred";
            case INITIALLY_IMMEDIATE -> " deferrable initially immediate";
        };
    }
}
