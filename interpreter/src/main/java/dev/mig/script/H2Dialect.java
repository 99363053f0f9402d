package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Constraint;
import dev.mig.model.EnumType;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Statement.Renamed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What H2 does in its own way: an enum is a domain, JSON is never a mere string, an identity is set and not added.
 *
 * <p>Written for H2 2.x; its grammar: <a href="https://h2database.com/html/commands.html">commands</a>.
 */
final class H2Dialect implements Dialect {
    static final H2Dialect INSTANCE = new H2Dialect();

    private final SqlStyle style = H2Style.STYLE;
    private final StandardSql standard = new StandardSql(style);

    private H2Dialect() {}

    @Override
    public SqlStyle style() {
        return style;
    }

    @Override
    public void write(Operation operation, SchemaModel before, Drafts drafts) {
        Spelling spelling = new Spelling(style, drafts);
        switch (operation) {
            case Operation.AlterTable it -> alter(it, before, drafts, spelling);
            case Operation.DropIndex it -> dropIndex(it, before, drafts);
            case Operation.CreateEnum it -> createDomain(it.name(), it.values(), drafts, spelling);
            case Operation.DropType it -> drafts.structure("drop domain " + spelling.name(it.name()));
            case Operation.AddEnumValue it -> addValue(it, before, drafts, spelling);
            case Operation.RenameEnumValue it -> renameValue(it, before, drafts, spelling);
            case Operation.RenameOther it
            when it.kind() == Renamed.TYPE ->
                drafts.structure(
                        "alter domain " + spelling.name(it.name()) + " rename to " + spelling.newName(it.to()));
            default -> standard.write(operation, before, drafts, this);
        }
    }

    /**
     * A foreign key uses any index that begins with its columns, from the start or since H2 last rebuilt the
     * table, and prevents dropping it: so the key is dropped temporarily.
     */
    private void dropIndex(Operation.DropIndex operation, SchemaModel before, Drafts drafts) {
        List<Operation> aside = new ArrayList<>();
        List<Operation> back = new ArrayList<>();
        QualifiedIdentifier on = operation.table();
        for (SchemaModel.IndexPlace place : before.indexes(operation.name())) {
            Optional<Table> table = before.table(place.on()).known();
            if (table.isPresent() && (on == null || same(on, place.on()))) {
                for (Constraint.ForeignKey key : table.get().foreignKeys()) {
                    if (mayUse(key, place.index())) {
                        aside.add(new Operation.AlterTable(
                                place.on(),
                                List.of(new TableChange.DropConstraint(key.name(), false, key, operation.span())),
                                operation.span()));
                        back.add(new Operation.AlterTable(
                                place.on(),
                                List.of(new TableChange.AddConstraint(key, false, operation.span())),
                                operation.span()));
                    }
                }
            }
        }
        aside.forEach(it -> standard.write(it, before, drafts, this));
        standard.write(operation, before, drafts, this);
        back.forEach(it -> standard.write(it, before, drafts, this));
    }

    private boolean mayUse(Constraint.ForeignKey key, Index index) {
        List<Identifier> columns = index.elements().stream()
                .limit(key.columns().size())
                .flatMap(it -> it.key() instanceof Index.ColumnKey(Identifier column) ? Stream.of(column) : Stream.of())
                .toList();
        return columns.size() == key.columns().size() && key.columns().stream().allMatch(it -> holds(columns, it));
    }

    private void alter(Operation.AlterTable operation, SchemaModel before, Drafts drafts, Spelling spelling) {
        SchemaModel now = before;
        for (TableChange change : operation.changes()) {
            Operation one = new Operation.AlterTable(operation.table(), List.of(change), change.span());
            drafts.at(change.span());
            switch (change) {
                case TableChange.SetIdentity(Identifier column, Column.Identity identity, var span)
                when identity != null -> setIdentity(operation.table(), column, identity, drafts, spelling);
                case TableChange.SetIdentity it -> {
                    standard.write(one, now, drafts, this);
                    dropNotNullOfIdentity(operation.table(), it.column(), now, drafts, spelling);
                }
                case TableChange.DropColumn it -> {
                    dropConstraintsOf(operation.table(), it.column(), now, drafts, spelling);
                    standard.write(one, now, drafts, this);
                }
                case TableChange.SetType it
                when it.type() == Plain.JSON -> setJson(operation.table(), it, now, drafts, spelling);
                case TableChange.SetType it -> {
                    Column column = now.table(operation.table())
                            .known()
                            .flatMap(table -> column(table, it.column()))
                            .orElse(null);
                    if (column != null && column.generated() != null) {
                        restateGenerated(operation.table(), column, it, column.generated(), drafts, spelling);
                    } else {
                        standard.write(one, now, drafts, this);
                    }
                    if (column != null && column.identity() != null) {
                        widenIdentity(operation.table(), column, drafts, spelling);
                    }
                }
                default -> standard.write(one, now, drafts, this);
            }
            now = now.apply(one);
        }
    }

    /** H2 takes a new type for a generated column only together with its expression. */
    private static void restateGenerated(
            QualifiedIdentifier table,
            Column column,
            TableChange.SetType change,
            Column.Generated generated,
            Drafts drafts,
            Spelling spelling) {
        drafts.structure("alter table " + spelling.name(table) + " alter column " + spelling.name(column.name()) + " "
                + spelling.type(change.type()) + " generated always as " + generated.expression());
    }

    /** H2 leaves an identity's maximum at that of its original type. */
    private static void widenIdentity(QualifiedIdentifier table, Column column, Drafts drafts, Spelling spelling) {
        drafts.structure("alter table " + spelling.name(table) + " alter column " + spelling.name(column.name())
                + " set no maxvalue set no minvalue");
    }

    /** The column keeps its type and comment; its values determine where the identity continues. */
    private void setIdentity(
            QualifiedIdentifier table, Identifier column, Column.Identity identity, Drafts drafts, Spelling spelling) {
        BigInteger start = identity.start();
        BigInteger increment = identity.increment();
        String step = increment == null ? "1" : increment.toString();
        boolean falling = increment != null && increment.signum() < 0;
        String name = spelling.name(column);
        String first = start != null ? start.toString() : falling ? "-1" : "1";
        String next = "(select " + (falling ? "least(coalesce(min(" : "greatest(coalesce(max(") + name + ") + " + step
                + ", " + first + "), " + first + ") from " + spelling.name(table) + ")";
        drafts.structure("alter table " + spelling.name(table) + " alter column " + name + " set generated "
                + (identity.always() ? "always" : "by default") + (start == null ? "" : " start with " + start)
                + " restart with " + next
                + (increment == null ? "" : " set increment by " + increment));
    }

    /** An identity made the column NOT NULL, and H2 leaves it so. */
    private void dropNotNullOfIdentity(
            QualifiedIdentifier table, Identifier name, SchemaModel before, Drafts drafts, Spelling spelling) {
        SchemaModel now = before.apply(new Operation.AlterTable(
                table, List.of(new TableChange.SetIdentity(name, null, Span.none())), Span.none()));
        boolean nullable = now.table(table)
                .known()
                .flatMap(it -> column(it, name)
                        .filter(column -> !column.notNull() && !it.isNeverNull(column, style.folding())))
                .isPresent();
        if (nullable) {
            drafts.structure(
                    "alter table " + spelling.name(table) + " alter column " + spelling.name(name) + " drop not null");
        }
    }

    /** Constraints on several columns are not dropped with one of them: H2 requires dropping them first. */
    private void dropConstraintsOf(
            QualifiedIdentifier name, Identifier column, SchemaModel before, Drafts drafts, Spelling spelling) {
        Optional<Table> known = before.table(name).known();
        if (known.isEmpty()) {
            return;
        }
        Table table = known.get();
        for (Constraint constraint : table.constraints()) {
            List<Identifier> columns = switch (constraint) {
                case Constraint.PrimaryKey it -> it.columns();
                case Constraint.Unique it -> it.columns();
                case Constraint.ForeignKey it -> it.columns();
                case Constraint.Check it -> mentioned(it.condition(), table);
            };
            if (staysWithout(columns, column)) {
                drafts.structure(
                        "alter table " + spelling.name(name) + " drop constraint " + spelling.name(constraint.name()));
            }
        }
        for (Index index : table.indexes()) {
            List<Identifier> columns = index.elements().stream()
                    .flatMap(it -> it.key() instanceof Index.ColumnKey key ? Stream.of(key.column()) : Stream.of())
                    .toList();
            if (staysWithout(columns, column)) {
                drafts.structure("drop index " + spelling.name(name.named(index.name())));
            }
        }
    }

    private List<Identifier> mentioned(String condition, Table table) {
        Set<String> names = RawSql.names(condition, style.folding());
        return table.columns().stream()
                .map(Column::name)
                .filter(it -> names.contains(style.folding().key(it)))
                .toList();
    }

    private boolean staysWithout(List<Identifier> columns, Identifier dropped) {
        return columns.size() > 1 && holds(columns, dropped);
    }

    private boolean holds(List<Identifier> columns, Identifier column) {
        return columns.stream().anyMatch(it -> style.folding().same(it, column));
    }

    /** H2 converts a string to a JSON string, where everybody means the document it contains. */
    private void setJson(
            QualifiedIdentifier table,
            TableChange.SetType change,
            SchemaModel before,
            Drafts drafts,
            Spelling spelling) {
        String column = spelling.name(change.column());
        String using = change.using();
        drafts.structure(
                "alter table " + spelling.name(table) + " alter column " + column + " set data type json using "
                        + (using == null ? "(" + style.types().jsonOfText().formatted(column) + ")" : using));
        SqlValue value = before.table(table)
                .known()
                .flatMap(it -> column(it, change.column()))
                .map(Column::defaultValue)
                .orElse(null);
        if (value instanceof SqlValue.Text text) {
            drafts.structure("alter table " + spelling.name(table) + " alter column " + column + " set default "
                    + spelling.literal(text, Plain.JSON));
        }
    }

    // ---- enums are domains

    private static final String TWINS = "give them names that differ in more than case, or write varchar and a check";

    private void createDomain(QualifiedIdentifier name, List<String> values, Drafts drafts, Spelling spelling) {
        spelling.requireApart(values, TWINS);
        drafts.structure("create domain " + spelling.newName(name) + " as enum " + standard.enumValues(values));
    }

    private void addValue(Operation.AddEnumValue it, SchemaModel before, Drafts drafts, Spelling spelling) {
        if (it.before() == null && it.after() == null) {
            List<String> all = new ArrayList<>();
            before.enumType(it.type()).known().ifPresent(known -> all.addAll(known.values()));
            all.add(it.value());
            spelling.requireApart(all, TWINS);
            drafts.structure("alter type " + spelling.name(it.type()) + " add value " + standard.string(it.value()));
            return;
        }
        Optional<EnumType> known = known(it.type(), before, drafts);
        if (known.isPresent()) {
            List<String> values = new ArrayList<>(known.get().values());
            int place = it.before() != null ? values.indexOf(it.before()) : values.indexOf(it.after()) + 1;
            values.add(Math.max(place, 0), it.value());
            replaceDomain(it.type(), values, before, drafts, spelling, UnaryOperator.identity());
        }
    }

    private void renameValue(Operation.RenameEnumValue it, SchemaModel before, Drafts drafts, Spelling spelling) {
        Optional<EnumType> known = known(it.type(), before, drafts);
        if (known.isPresent()) {
            List<String> values = new ArrayList<>(known.get().values());
            values.replaceAll(value -> value.equals(it.value()) ? it.to() : value);
            replaceDomain(
                    it.type(), values, before, drafts, spelling, value -> value.equals(it.value()) ? it.to() : value);
        }
    }

    private Optional<EnumType> known(QualifiedIdentifier type, SchemaModel before, Drafts drafts) {
        Optional<EnumType> known = before.enumType(type).known();
        if (known.isEmpty()) {
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    "H2 must make type \"" + type + "\" anew for this, and which values it has is not known",
                    "make a type with the values wanted, change the columns to it, and drop the old one");
        }
        return known;
    }

    /** H2 can only append a value: otherwise, another domain replaces the old one in every column. */
    private void replaceDomain(
            QualifiedIdentifier type,
            List<String> values,
            SchemaModel before,
            Drafts drafts,
            Spelling spelling,
            UnaryOperator<String> renamed) {
        QualifiedIdentifier next = type.named(
                new Identifier(type.name().text() + "_mig_new", type.name().quoted()));
        createDomain(next, values, drafts, spelling);
        for (Table table : before.tablesWithType(type)) {
            for (Column column : table.columns()) {
                if (column.type() instanceof ColumnType.Enum(var name, var old) && same(name, type)) {
                    moveColumn(table.name(), column, next, old, drafts, spelling, renamed);
                }
            }
        }
        drafts.structure("drop domain " + spelling.name(type));
        drafts.structure("alter domain " + spelling.name(next) + " rename to " + spelling.name(type.name()));
    }

    private void moveColumn(
            QualifiedIdentifier table,
            Column column,
            QualifiedIdentifier next,
            List<String> values,
            Drafts drafts,
            Spelling spelling,
            UnaryOperator<String> renamed) {
        String name = spelling.name(column.name());
        StringBuilder label = new StringBuilder("cast(" + name + " as varchar)");
        for (String value : values) {
            String to = renamed.apply(value);
            if (!to.equals(value)) {
                label = new StringBuilder("case " + label + " when " + standard.string(value) + " then "
                        + standard.string(to) + " else " + label + " end");
            }
        }
        String alter = "alter table " + spelling.name(table) + " alter column " + name;
        drafts.structure(alter + " set data type " + spelling.name(next) + " using cast(" + label + " as "
                + spelling.name(next) + ")");
        if (column.defaultValue() instanceof SqlValue.Text(String text)
                && !renamed.apply(text).equals(text)) {
            drafts.structure(alter + " set default " + standard.string(renamed.apply(text)));
        }
    }

    private Optional<Column> column(Table table, Identifier name) {
        return table.columns().stream()
                .filter(it -> style.folding().same(it.name(), name))
                .findFirst();
    }

    private boolean same(QualifiedIdentifier one, QualifiedIdentifier other) {
        return style.folding().same(one, other);
    }
}
