package dev.mig.bench;

import dev.mig.connection.ConnectionUrl;
import dev.mig.jdbc.inspect.Inspector;
import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.script.Dialect;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Span;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long reading the structure of a database takes, and how many times it is asked: everything, and one table of it.
 *
 * <p>H2 and SQLite are made in memory. The arguments are URLs of empty databases on servers, user and password in them;
 * the tables that are made there stay.
 */
final class Inspecting {
    private static final int RUNS = 5;
    private static final List<Integer> TABLES = List.of(100, 1_000);

    private final PrintStream out;

    private Inspecting(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws SQLException {
        List<String> urls = new ArrayList<>(List.of("jdbc:h2:mem:inspecting", "jdbc:sqlite::memory:"));
        urls.addAll(Arrays.asList(args));
        Inspecting inspecting = new Inspecting(System.out);
        inspecting.out.println("| database | tables | all of it | round trips | one table | round trips |");
        inspecting.out.println("|---|---|---|---|---|---|");
        for (String url : urls) {
            inspecting.measure(url);
        }
    }

    private void measure(String url) throws SQLException {
        Database database = new ConnectionUrl(url).database().orElseThrow();
        Dialect dialect = Dialect.of(database).orElseThrow();
        try (Connection connection = DriverManager.getConnection(url)) {
            int made = 0;
            for (int wanted : TABLES) {
                make(connection, dialect, made, wanted);
                made = wanted;
                Scope one = Scope.only(Set.of(name(wanted / 2)));
                out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.0f ms | %d | %.0f ms | %d |%n",
                        dialect.style().name(),
                        wanted,
                        median(connection, database, Scope.EVERYTHING),
                        roundTrips(connection, database, Scope.EVERYTHING),
                        median(connection, database, one),
                        roundTrips(connection, database, one));
            }
        }
    }

    private static double median(Connection connection, Database database, Scope scope) throws SQLException {
        Inspector.of(database).inspect(connection, scope);
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Inspector.of(database).inspect(connection, scope);
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }

    private static int roundTrips(Connection connection, Database database, Scope scope) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        Inspector.of(database).inspect(counting(connection, Connection.class, count), scope);
        return count.get();
    }

    private static <T> T counting(T real, Class<T> type, AtomicInteger count) {
        return type.cast(Proxy.newProxyInstance(
                Inspecting.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    count.addAndGet(method.getName().startsWith("execute") ? 1 : 0);
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof PreparedStatement statement
                                ? counting(statement, PreparedStatement.class, count)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    // ---- tables as they are in applications

    private static void make(Connection connection, Dialect dialect, int from, int to) throws SQLException {
        List<Operation> operations = new ArrayList<>();
        for (int number = from; number < to; number++) {
            Table table = table(number);
            operations.add(new Operation.CreateTable(table.withIndexes(List.of()), false, Span.none()));
            for (Index index : table.indexes()) {
                operations.add(new Operation.CreateIndex(table.name(), index, false, false, Span.none()));
            }
        }
        SchemaModel empty = SchemaModel.empty(dialect.style().folding());
        for (String sql : new ScriptCompiler(dialect).literal(operations, empty)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static QualifiedIdentifier name(int number) {
        return QualifiedIdentifier.bare("table_" + number);
    }

    private static Table table(int number) {
        Identifier id = Identifier.bare("id");
        Identifier parent = Identifier.bare("parent_id");
        Identifier code = Identifier.bare("code");
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(id, Plain.BIGINT).withIdentity(Column.Identity.PLAIN));
        columns.add(Column.of(parent, Plain.BIGINT));
        columns.add(Column.of(code, new ColumnType.Varchar(40)).withNotNull(true));
        for (int extra = 0; extra < 9; extra++) {
            columns.add(Column.of(Identifier.bare("column_" + extra), new ColumnType.Decimal(12, 2))
                    .withDefault(new SqlValue.Number("0")));
        }
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(new Constraint.PrimaryKey(Identifier.bare("pk_" + number), List.of(id)));
        constraints.add(new Constraint.Unique(Identifier.bare("uq_" + number), List.of(code)));
        constraints.add(new Constraint.Check(Identifier.bare("ck_" + number), "(column_0 >= 0)"));
        constraints.add(new Constraint.ForeignKey(
                Identifier.bare("fk_" + number),
                List.of(parent),
                name(Math.max(0, number - 1)),
                List.of(id),
                null,
                null,
                null));
        Index.Element element =
                new Index.Element(new Index.ColumnKey(columns.getLast().name()), null, null, null);
        Index index = new Index(Identifier.bare("ix_" + number), false, null, List.of(element), List.of(), null);
        return new Table(name(number), columns, constraints, List.of(index), null, List.of());
    }
}
