package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.model.View;
import dev.mig.source.Code;
import dev.mig.syntax.tree.Statement.Renamed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL does in its own way: a conversion that it does not do unasked is written out and a default steps aside
 * for it, an identity is told where to go on, a view is made anew where it cannot be replaced.
 *
 * <p>Its grammar: <a href="https://www.postgresql.org/docs/current/sql-commands.html">commands</a>.
 */
final class PostgresqlDialect implements Dialect {
    static final PostgresqlDialect POSTGRESQL = new PostgresqlDialect(PostgresqlStyle.STYLE);
    static final PostgresqlDialect COCKROACHDB = new PostgresqlDialect(PostgresqlRelatives.COCKROACHDB);
    static final PostgresqlDialect YUGABYTEDB = new PostgresqlDialect(PostgresqlRelatives.YUGABYTEDB);

    private final SqlStyle style;
    private final StandardSql standard;

    private PostgresqlDialect(SqlStyle style) {
        this.style = style;
        this.standard = new StandardSql(style);
    }

    @Override
    public SqlStyle style() {
        return style;
    }

    @Override
    public void write(Operation operation, SchemaModel before, Drafts drafts) {
        switch (operation) {
            case Operation.AlterTable it -> new Alteration(it, before, drafts).write();
            case Operation.CreateView it
            when it.orReplace()
                    && style.has(Feature.ANONYMOUS_BLOCK)
                    && before.view(it.name()).known().isPresent() -> replaceView(it, before, drafts);
            case Operation.CreateIndex it
            when it.concurrently() && style.has(Feature.CONCURRENT_INDEX) -> {
                standard.write(it, before, drafts, this);
                drafts.provenBy(proof(it.table().named(it.index().name()), it.table(), true));
            }
            case Operation.DropIndex it
            when it.concurrently() && style.has(Feature.CONCURRENT_INDEX) -> {
                standard.write(it, before, drafts, this);
                QualifiedIdentifier table = it.table();
                drafts.provenBy(
                        proof(table == null ? it.name() : table.named(it.name().name()), table, false));
            }
            case Operation.AddEnumValue it -> {
                standard.write(it, before, drafts, this);
                // https://www.postgresql.org/docs/current/sql-altertype.html: not to be used until it is committed
                drafts.notUsableBeforeCommit(it.value());
            }
            case Operation.RenameOther it
            when it.kind() == Renamed.VIEW && isMaterialized(it.name(), before) ->
                drafts.structure("alter materialized view " + style.quoted(it.name()) + " rename to "
                        + new Spelling(style, drafts).newName(it.to()));
            default -> standard.write(operation, before, drafts, this);
        }
    }

    /**
     * An index that was being built without a transaction stays behind when that is cut off, and is used by nobody:
     * <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">INVALID</a>.
     */
    private Statement.Proof proof(QualifiedIdentifier index, @Nullable QualifiedIdentifier table, boolean makes) {
        String query = table == null
                ? "select indisvalid from pg_index where indexrelid = to_regclass("
                        + standard.string(style.quoted(index)) + ")"
                : "select i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid ="
                        + " to_regclass(" + standard.string(style.quoted(table)) + ") and c.relname = "
                        + standard.string(style.folding().key(index.name()));
        return new Statement.Proof(query, makes, "drop index concurrently if exists " + style.quoted(index));
    }

    private static boolean isMaterialized(QualifiedIdentifier name, SchemaModel before) {
        return before.view(name).known().filter(View::materialized).isPresent();
    }

    /** PostgreSQL replaces a view only if the new one begins with the same columns; otherwise it must be recreated. */
    private void replaceView(Operation.CreateView it, SchemaModel before, Drafts drafts) {
        List<String> made = new ArrayList<>();
        for (boolean replacing : new boolean[] {true, false}) {
            Drafts one = new Drafts(style);
            one.begin(it);
            standard.write(new Operation.CreateView(it.name(), it.query(), replacing, it.span()), before, one, this);
            one.drafts().forEach(draft -> made.add(draft.statement().literal(style)));
        }
        String quote = "$mig$";
        for (int i = 1; it.query().contains(quote); i++) {
            quote = "$mig" + i + "$";
        }
        drafts.structure(
                "do " + quote + " begin\n" + made.getFirst() + ";\nexception when invalid_table_definition then\n"
                        + "drop view " + style.quoted(it.name()) + ";\n" + made.getLast() + ";\nend " + quote);
    }

    /** One {@code alter table}, with what PostgreSQL needs to be told besides. */
    private final class Alteration {
        private final Operation.AlterTable operation;
        private final QualifiedIdentifier table;
        private final Drafts drafts;
        private final Spelling spelling;
        private final List<TableChange> waiting = new ArrayList<>();
        /** Columns that lost a key or an identity. */
        private final Set<Identifier> freed = new LinkedHashSet<>();

        private SchemaModel sent;
        private SchemaModel now;

        Alteration(Operation.AlterTable operation, SchemaModel before, Drafts drafts) {
            this.operation = operation;
            this.table = operation.table();
            this.drafts = drafts;
            this.spelling = new Spelling(style, drafts);
            this.sent = before;
            this.now = before;
        }

        void write() {
            for (TableChange change : operation.changes()) {
                drafts.at(change.span());
                switch (change) {
                    case TableChange.SetType it -> setType(it);
                    case TableChange.SetIdentity it -> setIdentity(it);
                    case TableChange.DropConstraint it -> {
                        add(it);
                        if (it.dropped() instanceof Constraint.PrimaryKey key) {
                            freed.addAll(key.columns());
                        }
                    }
                    default -> add(change);
                }
            }
            freed.forEach(this::mayBeNullAgain);
            send();
        }

        private void setType(TableChange.SetType change) {
            Column column = column(change.column());
            if (column != null && column.generated() != null) {
                // Its expression makes the values, and is converted as an assignment would be.
                add(change);
                return;
            }
            String using = change.using() == null ? conversion(change, column) : change.using();
            SqlValue aside = using == null || column == null ? null : column.defaultValue();
            if (aside != null) {
                add(new TableChange.SetDefault(change.column(), null, change.span()));
            }
            add(new TableChange.SetType(change.column(), change.type(), using, change.reverseUsing(), change.span()));
            if (aside != null) {
                add(new TableChange.SetDefault(change.column(), aside, change.span()));
            }
        }

        private @Nullable String conversion(TableChange.SetType change, @Nullable Column column) {
            ColumnType from = column == null ? null : column.type();
            return switch (PostgresqlCasts.between(from, change.type())) {
                case PostgresqlCasts.Assignment() -> null;
                case PostgresqlCasts.Explicit(String over) ->
                    "(" + spelling.name(change.column()) + (over == null ? "" : "::" + over) + "::"
                            + spelling.type(change.type()) + ")";
                case PostgresqlCasts.None(ColumnType known) -> {
                    drafts.refuse(
                            Code.DATABASE_LACKS,
                            style.name() + " has no conversion from " + TypeNames.portable(known) + " to "
                                    + TypeNames.portable(change.type()),
                            "say what becomes of the values: alter column " + change.column() + " type … using (…)");
                    yield null;
                }
            };
        }

        private void setIdentity(TableChange.SetIdentity change) {
            Column.Identity identity = change.identity();
            if (identity == null) {
                add(change);
                freed.add(change.column());
                return;
            }
            Column column = column(change.column());
            boolean neverNull = column != null && (column.notNull() || isNeverNull(column));
            if (!neverNull) {
                add(new TableChange.SetNotNull(change.column(), true, change.span()));
            }
            add(change);
            send();
            drafts.structure(goOn(change.column(), identity));
        }

        /** The identity's sequence starts after the existing values. */
        private String goOn(Identifier column, Column.Identity identity) {
            BigInteger increment = identity.increment() == null ? BigInteger.ONE : identity.increment();
            boolean falling = increment.signum() < 0;
            BigInteger start =
                    identity.start() != null ? identity.start() : falling ? BigInteger.ONE.negate() : BigInteger.ONE;
            String next = (falling ? "least(min(" : "greatest(max(") + spelling.name(column) + ") + " + increment + ", "
                    + start + ")";
            return "select setval(pg_get_serial_sequence(" + standard.string(spelling.name(table)) + ", "
                    + standard.string(style.folding().key(column)) + "), " + next + ", false) from "
                    + spelling.name(table);
        }

        /** A key or an identity made the column NOT NULL, and PostgreSQL leaves it so. */
        private void mayBeNullAgain(Identifier name) {
            Column column = column(name);
            if (column != null && !column.notNull() && !isNeverNull(column)) {
                add(new TableChange.SetNotNull(name, false, operation.span()));
            }
        }

        private boolean isNeverNull(Column column) {
            return known().filter(it -> it.isNeverNull(column, style.folding())).isPresent();
        }

        private @Nullable Column column(Identifier name) {
            return known().flatMap(it -> it.column(name, style.folding())).orElse(null);
        }

        private Optional<Table> known() {
            return now.table(table).known();
        }

        private void add(TableChange change) {
            waiting.add(change);
            now = now.apply(new Operation.AlterTable(table, List.of(change), change.span()));
        }

        private void send() {
            if (!waiting.isEmpty()) {
                standard.write(
                        new Operation.AlterTable(table, waiting, operation.span()),
                        sent,
                        drafts,
                        PostgresqlDialect.this);
                waiting.clear();
            }
            sent = now;
        }
    }
}
