package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;

class H2MemoryTest extends H2Contract {
    @Override
    Access access() {
        return new Access(new ConnectionUrl("jdbc:h2:mem:contract"), null, null);
    }
}
