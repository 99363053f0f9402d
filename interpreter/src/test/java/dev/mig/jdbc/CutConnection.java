package dev.mig.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A wire to a server that breaks once, at a chosen message of the client: before or after the server has got it. */
final class CutConnection implements AutoCloseable {
    enum Cut {
        /** The server never hears the message. */
        BEFORE,
        /** It hears the first half of it. */
        WITHIN,
        /** It does what it was told, and the answer is lost. */
        AFTER
    }

    /** Whether a message is the one. */
    @FunctionalInterface
    private interface Moment {
        boolean isNow(String message);
    }

    private record Order(Moment moment, Cut when) {}

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicBoolean silent = new AtomicBoolean();

    private CutConnection(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(() -> {
            while (!door.isClosed()) {
                serve(door.accept());
            }
        });
    }

    /** @param url that names a host and a port */
    static CutConnection to(String url) throws IOException {
        URI server = server(url);
        return new CutConnection(server.getHost(), server.getPort());
    }

    /** The same URL, through this wire. */
    String through(String url) {
        URI server = server(url);
        return url.replace(server.getHost() + ":" + server.getPort(), "127.0.0.1:" + door.getLocalPort());
    }

    private static URI server(String url) {
        return URI.create(url.substring(url.indexOf("//")).split("[;?]", 2)[0]);
    }

    /** The next time that the word passes. */
    void cutAt(String word, Cut when) {
        order.set(new Order(message -> message.contains(word), when));
    }

    /** @param messages from now on, of all clients: 0 is the next one */
    void cutAt(int messages, Cut when) {
        int last = passed.get() + messages;
        order.set(new Order(message -> passed.get() > last, when));
    }

    void spare() {
        order.set(null);
    }

    /** From now on nothing arrives any more, and nobody is told. */
    void fallSilent() {
        silent.set(true);
    }

    /** How many messages have passed. */
    int passed() {
        return passed.get();
    }

    private void serve(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        thread(() -> copy(server, client));
        thread(() -> {
            byte[] bytes = new byte[65_536];
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (silent.get()) {
                    continue;
                }
                passed.incrementAndGet();
                Cut now = order(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                if (now != null) {
                    // Nothing of what the server says from here on arrives.
                    client.close();
                }
                if (now != Cut.BEFORE) {
                    out.write(bytes, 0, now == Cut.WITHIN ? read / 2 : read);
                    out.flush();
                }
                if (now != null) {
                    server.shutdownOutput();
                    return;
                }
            }
            server.close();
        });
    }

    private synchronized @Nullable Cut order(String message) {
        Order given = order.get();
        if (given == null || !given.moment().isNow(message)) {
            return null;
        }
        order.set(null);
        return given.when();
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has gone, which is what this is for.
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
