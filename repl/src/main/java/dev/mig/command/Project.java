package dev.mig.command;

import dev.mig.files.DisplayNames;
import dev.mig.files.MigrationsFolder;
import dev.mig.files.config.Configuration;
import dev.mig.files.config.ConfigurationReader;
import dev.mig.files.config.Flags;
import dev.mig.revision.RevisionGraph;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a command works on: the options that all commands share, the configuration, the revisions.
 *
 * <p>Each is read when somebody first asks for it, and once, so that a command pays for what it needs and nothing else.
 */
public final class Project {
    private final GlobalOptions options;
    private final Surroundings surroundings;
    private final Console console;
    private @Nullable Configuration configuration;
    private @Nullable MigrationsFolder folder;
    private @Nullable RevisionGraph graph;

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

    /** How files are called where the user stands. */
    public DisplayNames names() {
        return new DisplayNames(surroundings.directory());
    }

    public Configuration configuration() {
        if (configuration == null) {
            configuration = ConfigurationReader.read(
                    new dev.mig.files.config.Surroundings(
                            surroundings.directory(), directory(), surroundings.environment()),
                    new Flags(
                            options.config().orElse(null),
                            options.environment().orElse(null),
                            options.url().orElse(null),
                            options.user().orElse(null),
                            options.vars()));
        }
        return configuration;
    }

    /** The files of the history; throws what is wrong with any of them. */
    public MigrationsFolder folder() {
        if (folder == null) {
            folder = MigrationsFolder.read(configuration().migrations().locations(), names())
                    .orThrow();
        }
        return folder;
    }

    /** Throws what is wrong with files and how they refer to each other. */
    public RevisionGraph graph() {
        if (graph == null) {
            graph = RevisionGraph.of(folder().headers());
        }
        return graph;
    }
}
