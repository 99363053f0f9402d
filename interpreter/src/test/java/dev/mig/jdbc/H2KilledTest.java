package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;

class H2KilledTest extends KilledContract {
    @Override
    TestDatabase database() {
        return new TestH2(
                new ConnectionSettings(new ConnectionUrl("jdbc:h2:file:" + folder.resolve("app")), null, null));
    }
}
