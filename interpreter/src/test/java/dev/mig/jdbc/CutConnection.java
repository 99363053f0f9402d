package dev.mig.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wire to a server that breaks at a chosen moment: when a word passes, before or after the server has got it and
 * answered.
 */
final class CutConnection implements AutoCloseable {
    enum Cut {
        NONE,
        /** The server never hears the word. */
        BEFORE,
        /** The server does what it was told, and the answer is lost. */
        AFTER
    }

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final String word;
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NONE);

    CutConnection(String host, int port, String word) throws IOException {
        this.host = host;
        this.port = port;
        this.word = word;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(() -> {
            while (!door.isClosed()) {
                serve(door.accept());
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next time that the word passes; once. */
    void cut(Cut when) {
        cut.set(when);
    }

    private void serve(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        thread(() -> copy(server, client));
        thread(() -> {
            byte[] bytes = new byte[65_536];
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                boolean passes = new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(word);
                Cut now = passes ? cut.getAndSet(Cut.NONE) : Cut.NONE;
                if (now != Cut.NONE) {
                    // Nothing of what the server says from here on arrives.
                    client.close();
                }
                if (now != Cut.BEFORE) {
                    out.write(bytes, 0, read);
                    out.flush();
                }
                if (now != Cut.NONE) {
                    server.shutdownOutput();
                    return;
                }
            }
            server.close();
        });
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
            } catch (UncheckedIOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
