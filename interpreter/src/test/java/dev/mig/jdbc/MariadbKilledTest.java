package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;

class MariadbKilledTest extends KilledContract {
    @Override
    TestDatabase database() {
        return new TestMysql(
                new ConnectionSettings(new ConnectionUrl(MariadbServer.url("killed") + "&user=root"), null, null),
                Database.MARIADB);
    }
}
