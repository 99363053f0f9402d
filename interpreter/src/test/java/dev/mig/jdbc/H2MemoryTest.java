package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;

class H2MemoryTest extends DatabaseContract {
    @Override
    TestDatabase database() {
        return new TestH2(new Access(new ConnectionUrl("jdbc:h2:mem:contract"), null, null));
    }
}
