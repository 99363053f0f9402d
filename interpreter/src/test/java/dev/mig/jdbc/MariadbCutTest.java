package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import dev.mig.model.Database;

class MariadbCutTest extends CutContract {
    @Override
    TestDatabase database() {
        return new TestMysql(
                new ConnectionSettings(new ConnectionUrl(MariadbServer.url("cut") + "&user=root"), null, null),
                Database.MARIADB);
    }
}
