package dev.mig.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Counts what is sent over a connection. */
final class RoundTrips {
    private final Connection counted;
    private int count;

    RoundTrips(Connection connection) {
        this.counted = around(connection, Connection.class);
    }

    Connection connection() {
        return counted;
    }

    int count() {
        return count;
    }

    private <T> T around(T real, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                RoundTrips.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    count += method.getName().startsWith("execute") ? 1 : 0;
                    return wrapped(invoked(real, method, arguments));
                }));
    }

    private static @Nullable Object invoked(Object real, java.lang.reflect.Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        return switch (result) {
            case PreparedStatement it -> around(it, PreparedStatement.class);
            case Statement it -> around(it, Statement.class);
            case null, default -> result;
        };
    }
}
