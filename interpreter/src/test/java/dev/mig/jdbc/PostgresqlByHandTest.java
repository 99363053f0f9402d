package dev.mig.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class PostgresqlByHandTest extends ByHandContract {
    private static final TestPostgres DATABASE = TestPostgres.create();

    PostgresqlByHandTest() {
        super(DATABASE);
    }

    @Override
    Optional<Client> client() {
        String url = DATABASE.access().url().text().substring("jdbc:".length());
        return CommandLineClient.onPath("psql")
                .map(it -> new CommandLineClient(
                        List.of(it.toString(), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url), Map.of()));
    }
}
