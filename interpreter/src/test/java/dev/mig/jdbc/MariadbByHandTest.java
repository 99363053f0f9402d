package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;
import java.util.Map;
import java.util.Optional;

class MariadbByHandTest extends ByHandContract {
    MariadbByHandTest() {
        super(new TestMysql(
                new ConnectionSettings(new ConnectionUrl(MariadbServer.url("by_hand")), "root", null),
                Database.MARIADB));
    }

    @Override
    Optional<Client> client() {
        return Optional.of(new CommandLineClient(MariadbServer.client("by_hand"), Map.of()));
    }
}
