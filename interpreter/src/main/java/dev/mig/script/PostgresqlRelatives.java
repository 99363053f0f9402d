package dev.mig.script;

import dev.mig.model.Database;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Databases that speak PostgreSQL's protocol and most of its SQL: their differences, as data.
 *
 * <p>Neither supports transactional DDL together with changes of rows, and session locks are useless on a cluster, so
 * a row is locked instead. Both build indexes without blocking writers by default.
 */
final class PostgresqlRelatives {
    private PostgresqlRelatives() {}

    private static final SessionStyle SESSION = new SessionStyle(
            List.of("set standard_conforming_strings = on"),
            PostgresqlStyle.LOCK_LIMIT,
            PostgresqlStyle.STATEMENT_LIMIT,
            PostgresqlStyle.LOCK_REFUSALS,
            SessionStyle.OneWriter.LOCKED_ROW);

    /** <a href="https://www.cockroachlabs.com/docs/stable/postgresql-compatibility">What it lacks.</a> */
    static final SqlStyle COCKROACHDB = relative(
            Database.COCKROACHDB,
            "CockroachDB",
            Set.of(
                    Feature.CONCURRENT_INDEX,
                    Feature.DEFERRABLE,
                    Feature.INDEX_NULLS,
                    Feature.OPERATOR_CLASS,
                    Feature.ANONYMOUS_BLOCK,
                    // https://www.cockroachlabs.com/docs/stable/drop-constraint
                    Feature.TABLE_WITHOUT_KEY),
            // A change of type must be the only action: https://www.cockroachlabs.com/docs/stable/alter-table
            false);

    /** <a href="https://docs.yugabyte.com/stable/api/ysql/">What it shares</a>, which is nearly all. */
    static final SqlStyle YUGABYTEDB =
            relative(Database.YUGABYTEDB, "YugabyteDB", Set.of(Feature.CONCURRENT_INDEX), true);

    private static SqlStyle relative(Database database, String name, Set<Feature> lacks, boolean actionsTogether) {
        Set<Feature> features = EnumSet.copyOf(PostgresqlStyle.FEATURES);
        features.removeAll(lacks);
        SqlStyle like = PostgresqlStyle.STYLE;
        return new SqlStyle(
                database,
                name,
                like.quote(),
                like.reserved(),
                like.nameLimit(),
                like.types(),
                like.literals(),
                like.words(),
                features,
                SqlStyle.Ddl.APART,
                actionsTogether,
                like.mostParameters(),
                SESSION,
                like.lexicon(),
                OfflineStyle.POSTGRESQL_RELATIVE,
                like.ownTables());
    }
}
