package dev.mig.script;

import dev.mig.model.Database;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import java.util.Optional;

/**
 * Which statements a database needs for an operation, and in which order. How they are spelled is up to its {@link
 * SqlStyle}.
 *
 * <p>There is one final class per database family, which handles what is specific and delegates the rest to {@link
 * StandardSql}.
 */
public sealed interface Dialect permits H2Dialect, MysqlDialect, PostgresqlDialect, SqliteDialect {
    SqlStyle style();

    /** @param before the replayed schema that the operation meets */
    void write(Operation operation, SchemaModel before, Drafts drafts);

    /** The dialect of a database; empty if this version does not support it. */
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
