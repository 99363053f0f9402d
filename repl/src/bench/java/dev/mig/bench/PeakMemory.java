package dev.mig.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The largest resident set of a process, looked up every few milliseconds while it lives, since nothing is left of it
 * afterwards. Only Linux tells; elsewhere it stays 0.
 */
final class PeakMemory {
    private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Thread watching;
    private volatile long kibibytes;

    PeakMemory(Process process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        watching = Thread.ofPlatform().daemon().start(() -> watch(process, status));
    }

    private void watch(Process process, Path status) {
        try {
            while (process.isAlive()) {
                Matcher matcher = HIGH_WATER.matcher(Files.readString(status));
                if (matcher.find()) {
                    kibibytes = Long.parseLong(matcher.group(1));
                }
                Thread.sleep(5);
            }
        } catch (IOException gone) {
            // The process ended between the question and the answer: the last one counts.
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    long mebibytes() throws InterruptedException {
        watching.join();
        return kibibytes / 1024;
    }
}
