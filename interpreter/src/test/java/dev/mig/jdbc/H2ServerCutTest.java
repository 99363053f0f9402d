package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class H2ServerCutTest extends CutContract {
    private static @Nullable Server server;

    @BeforeAll
    static void start() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    TestDatabase database() {
        int port = server == null ? 0 : server.getPort();
        return new TestH2(new ConnectionSettings(
                new ConnectionUrl("jdbc:h2:tcp://localhost:" + port + "/mem:cut;DB_CLOSE_DELAY=-1"), null, null));
    }
}
