package dev.mig.files;

import dev.mig.js.ScriptCache;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * What this program stores per user and project, outside the project: the input history, trusted start-up files,
 * cached scripts. Only the user can read these files.
 *
 * <p>Without a writable home folder nothing is stored, silently: nothing depends on it.
 *
 * @param folder absolute; made when something is first kept
 */
public record UserState(Path folder) {
    /** A start-up file: lines that the shell does when it opens. */
    public static final String START_UP = ".migraterc";

    /** In the place defined by the desktop's rules or the system's conventions; empty without a home folder. */
    public static Optional<UserState> of(Map<String, String> environment) {
        return base(environment).map(it -> new UserState(it.resolve("migrate").toAbsolutePath()));
    }

    private static Optional<Path> base(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        if (state.startsWith("/")) {
            return Optional.of(Path.of(state));
        }
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        if (!local.isEmpty()) {
            return Optional.of(Path.of(local));
        }
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".local", "state"));
    }

    /** The file with what was typed in a project, made if it is not there; empty where it cannot be. */
    public Optional<Path> history(Path project) {
        return made("history").map(it -> it.resolve(key(project)));
    }

    /** What the scripts of a project were found to say; nothing where that cannot be remembered. */
    public ScriptCache scripts(Path project) {
        return new ScriptCacheFile(folder.resolve("scripts").resolve(key(project)), () -> made("scripts"));
    }

    /** The project's start-up file, if any, and whether exactly this text was trusted before. */
    public Optional<StartUp> startUp(Path project) {
        Path file = project.resolve(START_UP);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String text = TextFiles.read(file, START_UP).text();
            Path trusted = folder.resolve("trusted").resolve(key(project));
            boolean before = Files.isRegularFile(trusted)
                    && Files.readString(trusted).strip().equals(Sha256.hex(text));
            return Optional.of(new StartUp(text, before));
        } catch (IOException | DiagnosticException unreadable) {
            return Optional.empty();
        }
    }

    /** @param trusted whether somebody has said yes to this text in this project */
    public record StartUp(String text, boolean trusted) {}

    /** Trusts this text in this project from now on. */
    public void trust(Path project, String text) {
        made("trusted").ifPresent(it -> {
            try {
                Files.writeString(it.resolve(key(project)), Sha256.hex(text) + "\n", StandardOpenOption.CREATE);
            } catch (IOException unwritable) {
                // It is asked again next time.
            }
        });
    }

    private Optional<Path> made(String name) {
        Path wanted = folder.resolve(name);
        try {
            boolean posix = wanted.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createDirectories(
                        wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(wanted);
            }
            return Optional.of(wanted);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    /** A readable name unique to the project. */
    private static String key(Path project) {
        Path last = project.getFileName();
        return (last == null ? "" : last + "-") + Sha256.hex(project.toString()).substring(0, 12);
    }
}
