package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType.Varchar;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.revision.RowChange;
import dev.mig.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL for the version table, whether sent by a run or written to a script.
 *
 * <p>Name and shape are Alembic's: https://alembic.sqlalchemy.org/.
 */
public final class VersionSql {
    /** Wide enough for every id, and as wide as the narrowest key limit of the databases in sight allows. */
    public static final int ID_LENGTH = 255;

    public static final Identifier COLUMN = Identifier.bare("version_num");

    private final QualifiedIdentifier table;
    private final Dialect dialect;
    private final String name;
    private final String column;

    public VersionSql(QualifiedIdentifier table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
        this.name = dialect.style().quoted(table);
        this.column = dialect.style().quoted(COLUMN);
    }

    /** Makes the table unless it is there. */
    public List<String> create() {
        return new ScriptCompiler(dialect).literal(List.of(create(ID_LENGTH, true)), nothing());
    }

    /** Makes room for every id in a table that somebody else made. */
    public String widen(int width) {
        Operation wider = new Operation.AlterTable(
                table,
                List.of(new TableChange.SetType(COLUMN, new Varchar(ID_LENGTH), null, null, Span.none())),
                Span.none());
        return String.join(
                "; ",
                new ScriptCompiler(dialect).literal(List.of(wider), nothing().apply(create(width, false))));
    }

    private Operation create(int width, boolean ifNotExists) {
        Constraint key = new Constraint.PrimaryKey(Identifier.bare(table.name().text() + "_pkc"), List.of(COLUMN));
        Table made = new Table(
                table,
                List.of(Column.of(COLUMN, new Varchar(width)).withNotNull(true)),
                List.of(key),
                List.of(),
                null,
                dialect.style().ownTables());
        return new Operation.CreateTable(made, ifNotExists, Span.none());
    }

    private SchemaModel nothing() {
        return SchemaModel.empty(dialect.style().folding());
    }

    public String select() {
        return "select " + column + " from " + name;
    }

    /** Changes one row: if it is another number of rows, the table is not what it should be. */
    public BoundSql change(RowChange change) {
        return switch (change) {
            case RowChange.Insert(String row) ->
                new BoundSql.Builder()
                        .sql("insert into " + name + " (" + column + ") values (")
                        .value(new SqlValue.Text(row))
                        .sql(")")
                        .build();
            case RowChange.Delete(String row) ->
                new BoundSql.Builder()
                        .sql("delete from " + name + " where " + column + " = ")
                        .value(new SqlValue.Text(row))
                        .build();
            case RowChange.Update(String from, String to) ->
                new BoundSql.Builder()
                        .sql("update " + name + " set " + column + " = ")
                        .value(new SqlValue.Text(to))
                        .sql(" where " + column + " = ")
                        .value(new SqlValue.Text(from))
                        .build();
        };
    }

    /** A condition that holds where the table has other rows than these. */
    String differsFrom(Collection<String> rows) {
        String count = "(select count(*) from " + name;
        String all = count + ") <> " + rows.size();
        if (rows.isEmpty()) {
            return all;
        }
        String listed = rows.stream().map(dialect.style().literals()::string).collect(Collectors.joining(", "));
        return all + " or " + count + " where " + column + " in (" + listed + ")) <> " + rows.size();
    }
}
