package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one {@code alter table}, each as SQLite can make it: an edit of the table's text, in place where
 * possible.
 */
final class SqliteAlteration {
    private final QualifiedIdentifier name;
    private final SqlStyle style;
    private final Folding folding;
    private final Drafts drafts;
    private final Spelling spelling;
    private final SqliteTableSql tables;
    private final List<SqliteSchedule.Step> steps = new ArrayList<>();
    private SchemaModel now;

    SqliteAlteration(QualifiedIdentifier name, SchemaModel before, SqlStyle style, Drafts drafts) {
        this.name = name;
        this.style = style;
        this.folding = style.folding();
        this.drafts = drafts;
        this.spelling = new Spelling(style, drafts);
        this.tables = new SqliteTableSql(style, drafts);
        this.now = before;
    }

    void write(List<TableChange> changes) {
        SchemaModel before = now;
        int at = 0;
        while (at < changes.size()) {
            TableChange change = changes.get(at);
            drafts.at(change.span());
            int taken = 1;
            if (change instanceof TableChange.AddColumn it) {
                taken += addColumn(it, changes.subList(at + 1, changes.size()));
            } else {
                work(change);
            }
            for (TableChange done : changes.subList(at, at + taken)) {
                now = now.apply(new Operation.AlterTable(name, List.of(done), done.span()));
            }
            at += taken;
        }
        SqliteSchedule.write(steps, name, before, style, drafts);
    }

    private void rename(TableChange.RenameColumn it) {
        steps.add(new SqliteSchedule.Renaming(
                key(it.column()),
                key(it.to()),
                alter() + "rename column " + spelling.name(it.column()) + " to " + spelling.newName(it.to()),
                it));
    }

    private void add(SqliteEdit edit, @Nullable String inPlace, TableChange... changes) {
        steps.add(new SqliteSchedule.Work(edit, inPlace, List.of(changes)));
    }

    // ---- each change

    private void work(TableChange change) {
        switch (change) {
            case TableChange.DropColumn it ->
                add(
                        new SqliteEdit.DropColumn(key(it.column()), it.ifExists(), it.span()),
                        !it.ifExists() && goesAlone(it.column())
                                ? alter() + "drop column " + spelling.name(it.column())
                                : null,
                        it);
            case TableChange.SetType it -> setType(it);
            case TableChange.SetNotNull it -> {
                if (it.notNull() || !isNeverNull(it.column())) {
                    add(new SqliteEdit.SetNotNull(key(it.column()), it.notNull(), it.span()), null, it);
                }
            }
            case TableChange.SetDefault it -> {
                SqlValue value = it.value();
                String sql = value == null ? null : tables.defaultValue(value, spelling.typeOf(now, name, it.column()));
                add(new SqliteEdit.SetDefault(key(it.column()), sql, it.span()), null, it);
            }
            case TableChange.SetComment it -> drafts.leaveOut(Feature.COMMENT);
            case TableChange.SetIdentity it -> setIdentity(it);
            case TableChange.AddConstraint it -> addConstraint(it);
            case TableChange.DropConstraint it -> dropConstraint(it);
            case TableChange.ValidateConstraint it -> drafts.refuse(Feature.NOT_VALID, TableSql.NOT_VALID_WAY_OUT);
            case TableChange.RenameConstraint it ->
                add(new SqliteEdit.RenameConstraint(key(it.name()), spelling.newName(it.to()), it.span()), null, it);
            case TableChange.SetSchema it -> drafts.refuse("schemas", "leave the tables where they are");
            case TableChange.AddColumn it -> addColumn(it, List.of());
            case TableChange.RenameColumn it -> rename(it);
        }
    }

    /** @return how many of the changes that follow are constraints that can stand with the column */
    private int addColumn(TableChange.AddColumn it, List<TableChange> following) {
        Column column = it.column();
        Table table = new Table(name, List.of(column), List.of(), List.of(), null, List.of());
        if (column.comment() != null) {
            drafts.leaveOut(Feature.COMMENT);
        }
        StringBuilder definition = new StringBuilder(tables.definition(column, table, isStrict()));
        boolean inPlace = takesEveryRow(column);
        int taken = 0;
        while (taken < following.size()
                && following.get(taken) instanceof TableChange.AddConstraint add
                && standsWith(add, column)) {
            definition.append(" ").append(inline(add.constraint()));
            // A reference is checked only where it is null for every row.
            inPlace &= add.constraint() instanceof Constraint.Check || column.defaultValue() == null;
            taken++;
        }
        String named = spelling.newName(column.name());
        add(
                new SqliteEdit.AddColumn(named, definition.toString(), it.span()),
                inPlace ? alter() + "add column " + named + " " + definition : null,
                Stream.concat(Stream.of(it), following.stream().limit(taken)).toArray(TableChange[]::new));
        return taken;
    }

    /** What SQLite adds in place: https://www.sqlite.org/lang_altertable.html#altertabaddcol. */
    private static boolean takesEveryRow(Column column) {
        SqlValue value = column.defaultValue();
        boolean constant = switch (value) {
            case null -> true;
            case SqlValue.Text it -> true;
            case SqlValue.Number it -> true;
            case SqlValue.Bool it -> true;
            case SqlValue.Null it -> true;
            case SqlValue.Default it -> false;
            case SqlValue.Keyword it -> false;
            case SqlValue.Expression it -> false;
            case SqlValue.Call it -> false;
        };
        boolean filled = !column.notNull() || (value != null && !(value instanceof SqlValue.Null));
        Column.Generated generated = column.generated();
        boolean stored = generated != null && generated.storage() == dev.mig.syntax.tree.TableItem.Storage.STORED;
        return constant && filled && !stored && column.identity() == null;
    }

    private boolean standsWith(TableChange.AddConstraint add, Column column) {
        return !add.notValid()
                && switch (add.constraint()) {
                    case Constraint.Check it -> mentionsOnly(it.condition(), column);
                    case Constraint.ForeignKey it ->
                        it.columns().size() == 1 && folding.same(it.columns().getFirst(), column.name());
                    case Constraint.PrimaryKey it -> false;
                    case Constraint.Unique it -> false;
                };
    }

    /** A condition that is about the new column alone. */
    private boolean mentionsOnly(String condition, Column column) {
        boolean others = now.table(name).known().stream()
                .flatMap(it -> it.columns().stream())
                .anyMatch(it -> SqliteTokens.mentions(condition, key(it.name())));
        return !others && SqliteTokens.mentions(condition, key(column.name()));
    }

    private String inline(Constraint constraint) {
        TableSql standard = new TableSql(style, spelling, drafts);
        String line = standard.constraint(constraint);
        if (constraint instanceof Constraint.ForeignKey) {
            return line.replaceFirst("foreign key \\(.*?\\) references", "references");
        }
        return line;
    }

    /** Whether nothing else of the table has to go with a column. */
    private boolean goesAlone(Identifier column) {
        Optional<Table> known = now.table(name).known();
        if (known.isEmpty()) {
            return false;
        }
        Table table = known.get();
        return table.constraints().stream().noneMatch(it -> table.uses(it, column, folding))
                && table.indexes().stream().noneMatch(it -> table.uses(it, column, folding))
                && table.column(column, folding).isPresent()
                && table.columns().stream()
                        .noneMatch(it -> it.generated() != null
                                && SqliteTokens.mentions(it.generated().expression(), key(column)))
                && table.columns().size() > 1;
    }

    private void setType(TableChange.SetType it) {
        Optional<Column> column = column(it.column());
        boolean identity = column.filter(found -> found.identity() != null).isPresent();
        if (identity && it.using() == null) {
            // Every identity is an integer of 64 bits.
            return;
        }
        boolean checked =
                column.filter(found -> found.type() instanceof ColumnType.Enum).isPresent();
        add(
                new SqliteEdit.SetType(
                        key(it.column()),
                        identity ? "integer" : spelling.type(it.type()),
                        tables.check(it.column(), it.type()),
                        checked,
                        it.using(),
                        it.span()),
                null,
                it);
    }

    private void setIdentity(TableChange.SetIdentity it) {
        Column.Identity identity = it.identity();
        if (identity == null) {
            String type =
                    column(it.column()).map(Column::type).map(spelling::type).orElse(null);
            add(new SqliteEdit.DropIdentity(key(it.column()), type, it.span()), null, it);
            return;
        }
        Optional<Table> table = now.table(name).known();
        if (table.isPresent()) {
            column(it.column())
                    .ifPresent(column -> tables.definition(column.withIdentity(identity), table.get(), false));
        }
        add(new SqliteEdit.AddIdentity(key(it.column()), identity.start(), it.span()), null, it);
    }

    private void addConstraint(TableChange.AddConstraint it) {
        if (it.notValid()) {
            drafts.refuse(Feature.NOT_VALID, TableSql.NOT_VALID_WAY_OUT);
        }
        List<String> notNull = it.constraint() instanceof Constraint.PrimaryKey key
                ? key.columns().stream().map(this::key).toList()
                : List.of();
        String clause = new TableSql(style, spelling, drafts).constraint(it.constraint());
        add(new SqliteEdit.AddConstraint(clause, notNull, it.span()), null, it);
    }

    private void dropConstraint(TableChange.DropConstraint it) {
        Constraint dropped = it.dropped();
        List<String> nullable = new ArrayList<>();
        if (dropped instanceof Constraint.PrimaryKey key) {
            for (Identifier column : key.columns()) {
                Optional<Column> found = column(column);
                if (found.filter(of -> of.identity() != null).isPresent()) {
                    drafts.refuse(
                            Code.DATABASE_LACKS,
                            SqliteTypes.ONLY_KEYS,
                            "first: alter column " + column + " drop identity");
                }
                found.filter(of -> !of.notNull()).ifPresent(of -> nullable.add(key(column)));
            }
        }
        SqliteClause like =
                dropped == null ? null : SqliteClause.of(new TableSql(style, spelling, drafts).constraint(dropped));
        add(new SqliteEdit.DropConstraint(key(it.name()), it.ifExists(), like, nullable, it.span()), null, it);
    }

    private boolean isNeverNull(Identifier column) {
        return now.table(name)
                .known()
                .flatMap(it -> it.column(column, folding).filter(found -> it.isNeverNull(found, folding)))
                .isPresent();
    }

    private Optional<Column> column(Identifier column) {
        return now.table(name).known().flatMap(it -> it.column(column, folding));
    }

    private boolean isStrict() {
        return now.table(name).known().filter(SqliteTableSql::isStrict).isPresent();
    }

    private String alter() {
        return "alter table " + spelling.name(name) + " ";
    }

    private String key(Identifier identifier) {
        return folding.key(identifier);
    }
}
