package dev.mig.command;

import java.nio.file.Path;

/**
 * What a command works on: the options that all commands share, the configuration, the revisions, the database.
 *
 * <p>Each is read when somebody first asks for it, so that a command pays for what it needs and nothing else.
 */
public final class Project implements AutoCloseable {
    private final GlobalOptions options;
    private final Surroundings surroundings;
    private final Console console;

    Project(GlobalOptions options, Surroundings surroundings, Console console) {
        this.options = options;
        this.surroundings = surroundings;
        this.console = console;
    }

    public GlobalOptions options() {
        return options;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Console console() {
        return console;
    }

    /** Where to look for the configuration, and what paths on the command line are relative to; absolute. */
    public Path directory() {
        return options.directory()
                .map(it -> surroundings.directory().resolve(it).normalize())
                .orElse(surroundings.directory());
    }

    @Override
    public void close() {}
}
