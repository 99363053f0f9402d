package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives up connecting to a server that accepts the connection and then says nothing: drivers wait for its first word for
 * as long as it takes.
 */
final class ConnectTimeout {
    private final Duration limit;

    ConnectTimeout(Duration limit) {
        this.limit = limit;
    }

    @FunctionalInterface
    interface Connecting {
        Connection connect() throws SQLException;
    }

    /** @throws SQLTimeoutException if it takes longer; a connection that comes after all is closed */
    Connection await(Connecting connecting) throws SQLException {
        CompletableFuture<Connection> opened = new CompletableFuture<>();
        // A thread that is stuck must not keep the process alive.
        Thread.ofPlatform().daemon().name("open connection").start(() -> complete(opened, connecting));
        try {
            return opened.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            var unused = opened.thenAccept(ConnectTimeout::close);
            throw new SQLTimeoutException("the server did not answer within " + limit.toSeconds() + " s", "08001", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new SQLException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while connecting", "08001", e);
        }
    }

    private static void complete(CompletableFuture<Connection> opened, Connecting connecting) {
        try {
            opened.complete(connecting.connect());
        } catch (SQLException | RuntimeException | Error e) {
            opened.completeExceptionally(e);
        }
    }

    private static void close(Connection late) {
        try {
            late.close();
        } catch (SQLException e) {
            // Nobody has used it.
        }
    }
}
