package dev.mig.script;

import dev.mig.model.Database;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import java.util.Optional;

/**
 * How a database is told to do an operation: which statements, in which order. How it spells them is said by its
 * {@link SqlStyle}.
 *
 * <p>One final class a database, which writes what is its own and leaves everything else to {@link StandardSql}.
 */
public sealed interface Dialect permits H2Dialect, MysqlDialect, PostgresqlDialect, SqliteDialect {
    SqlStyle style();

    /** @param before the replayed schema that the operation meets */
    void write(Operation operation, SchemaModel before, Drafts drafts);

    /** The dialect of a database; empty for one that this version cannot run. */
    static Optional<Dialect> of(Database database) {
        return switch (database) {
            case H2 -> Optional.of(H2Dialect.INSTANCE);
            case POSTGRESQL -> Optional.of(PostgresqlDialect.POSTGRESQL);
            case COCKROACHDB -> Optional.of(PostgresqlDialect.COCKROACHDB);
            case YUGABYTEDB -> Optional.of(PostgresqlDialect.YUGABYTEDB);
            case MYSQL -> Optional.of(MysqlDialect.MYSQL);
            case MARIADB -> Optional.of(MysqlDialect.MARIADB);
            case SQLITE -> Optional.of(SqliteDialect.INSTANCE);
        };
    }
}
