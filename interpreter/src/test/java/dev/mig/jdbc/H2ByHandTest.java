package dev.mig.jdbc;

import dev.mig.connection.ConnectionUrl;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.tools.RunScript;

class H2ByHandTest extends ByHandContract {
    private static final ConnectionUrl URL = new ConnectionUrl("jdbc:h2:mem:by_hand");

    H2ByHandTest() {
        super(new TestH2(new ConnectionSettings(URL, "sa", null)));
    }

    @Override
    Optional<Client> client() {
        return Optional.of(file -> {
            try {
                RunScript.execute("jdbc:h2:mem:by_hand", "sa", "", file.toString(), StandardCharsets.UTF_8, false);
                return "";
            } catch (SQLException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }
}
