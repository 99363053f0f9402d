package dev.mig.files;

import dev.mig.js.ScriptCache;
import dev.mig.source.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ScriptCache} in an append-only file. Each entry is stored under the checksum of its script and ignored if
 * its own checksum does not match, so torn or foreign entries do no harm.
 *
 * <pre>{@code DIGEST-OF-SCRIPT DIGEST-OF-TEXT LENGTH \n TEXT \n}</pre>
 */
final class ScriptCacheFile implements ScriptCache {
    /** Also invalidates entries of versions that read scripts differently. */
    private static final String SALT = "1\n";

    /** Above this size it is started anew: most entries are obsolete. */
    private static final long LARGEST = 64L << 20;

    private static final int DIGEST = 64;

    private final Path file;
    private final Runnable folder;
    private @Nullable Map<String, String> entries;

    /**
     * @param file made when something is first kept
     * @param folder makes the folder of the file
     */
    ScriptCacheFile(Path file, Runnable folder) {
        this.file = file;
        this.folder = folder;
    }

    @Override
    public Optional<String> said(String script) {
        return Optional.ofNullable(entries().get(Sha256.hex(SALT + script)));
    }

    @Override
    public void keep(String script, String said) {
        String key = Sha256.hex(SALT + script);
        if (said.equals(entries().put(key, said))) {
            return;
        }
        byte[] text = said.getBytes(StandardCharsets.UTF_8);
        String entry = key + " " + Sha256.hex(said) + " " + text.length + "\n" + said + "\n";
        folder.run();
        try {
            // A single write at the end of the file, so that entries of two processes do not interleave.
            Files.write(
                    file, entry.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            // It is found out again next time.
        }
    }

    private synchronized Map<String, String> entries() {
        Map<String, String> known = entries;
        if (known == null) {
            known = read();
            entries = known;
        }
        return known;
    }

    private Map<String, String> read() {
        Map<String, String> found = new ConcurrentHashMap<>();
        try {
            if (!Files.isRegularFile(file)) {
                return found;
            }
            if (Files.size(file) > LARGEST) {
                Files.delete(file);
                return found;
            }
            read(Files.readAllBytes(file), found);
        } catch (IOException unreadable) {
            // Then nothing is known.
        }
        return found;
    }

    private static void read(byte[] bytes, Map<String, String> found) {
        int at = 0;
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String[] head = new String(bytes, at, end - at, StandardCharsets.UTF_8).split(" ", -1);
            int length = head.length == 3 && head[0].length() == DIGEST ? number(head[2]) : -1;
            if (length < 0 || length > bytes.length - end - 1) {
                at = end + 1;
                continue;
            }
            String text = new String(bytes, end + 1, length, StandardCharsets.UTF_8);
            if (Sha256.hex(text).equals(head[1])) {
                found.put(head[0], text);
                at = end + 1 + length + 1;
            } else {
                at = end + 1;
            }
        }
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException torn) {
            return -1;
        }
    }
}
