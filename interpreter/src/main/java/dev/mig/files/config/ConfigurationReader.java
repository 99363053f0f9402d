package dev.mig.files.config;

import dev.mig.files.DisplayNames;
import dev.mig.files.EnvFile;
import dev.mig.files.TextFiles;
import dev.mig.js.EnvScript;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code migrate.toml} and {@code .env}, and merges flags, environment variables and files.
 *
 * <p>All problems in all of them are reported at once.
 */
public final class ConfigurationReader {
    private static final String CONFIG_VARIABLE = "MIGRATE_CONFIG";
    private static final String ENVIRONMENT_VARIABLE = "MIGRATE_ENV";

    private final Invocation invocation;
    private final Flags flags;
    private final EnvScript.@Nullable Computed computed;
    private final DisplayNames names;
    private final List<Diagnostic> problems = new ArrayList<>();

    private ConfigurationReader(Invocation invocation, Flags flags, EnvScript.@Nullable Computed computed) {
        this.computed = computed;
        this.invocation = invocation;
        this.flags = flags;
        this.names = new DisplayNames(invocation.workingDirectory());
    }

    /** @throws DiagnosticException with all that is wrong */
    public static Configuration read(Invocation invocation, Flags flags) {
        return read(invocation, flags, null);
    }

    /**
     * The same, with what {@code env.js} has computed from it.
     *
     * @param computed wins over the file, and over nothing that was said for this one command; null for nothing
     */
    public static Configuration read(Invocation invocation, Flags flags, EnvScript.@Nullable Computed computed) {
        ConfigurationReader reader = new ConfigurationReader(invocation, flags, computed);
        Configuration configuration = reader.read();
        if (!reader.problems.isEmpty()) {
            throw new DiagnosticException(reader.problems);
        }
        return configuration;
    }

    private Configuration read() {
        Path directory = invocation.directory();
        if (!Files.isDirectory(directory)) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.FOLDER_MISSING, Span.none(), "there is no folder \"" + names.of(directory) + "\""));
        }
        Path file = file(directory);
        Path home = file == null ? directory : parent(file);
        MigrateToml toml = file == null
                ? MigrateToml.parse(new Source(MigrateToml.NAME, ""), home, problems)
                : MigrateToml.parse(TextFiles.read(file, names.of(file)), home, problems);
        Path dotEnvFile = home.resolve(DotEnv.NAME);
        Source dotEnvText = Files.isRegularFile(dotEnvFile)
                ? TextFiles.read(dotEnvFile, names.of(dotEnvFile))
                : new Source(DotEnv.NAME, "");
        Map<String, DotEnv.Entry> dotEnv = DotEnv.parse(dotEnvText, problems);

        String environment = environment(dotEnv);
        List<Layer> layers = new ArrayList<>();
        layers.add(flags());
        layers.add(process());
        layers.add(dotEnv(dotEnv, dotEnvText.name(), home));
        if (computed != null) {
            layers.add(computed(computed, home));
        }
        if (environment != null) {
            layers.add(environment(environment, toml, file));
        }
        layers.add(toml.top());
        return new ConfigurationResolver(
                        file, home, environment, layers, toml.environments(), name -> variable(name, dotEnv), problems)
                .configuration();
    }

    private @Nullable Path file(Path directory) {
        String named = flags.config() != null ? flags.config() : set(CONFIG_VARIABLE);
        if (named != null) {
            Path file = directory.resolve(named).normalize();
            if (!Files.isRegularFile(file)) {
                throw new DiagnosticException(Diagnostic.error(
                        Code.FOLDER_MISSING,
                        Span.none(),
                        "there is no configuration file \"" + names.of(file) + "\"",
                        "migrate init makes a " + MigrateToml.NAME));
            }
            return file;
        }
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(MigrateToml.NAME);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private @Nullable String environment(Map<String, DotEnv.Entry> dotEnv) {
        if (flags.environment() != null) {
            return flags.environment();
        }
        return variable(ENVIRONMENT_VARIABLE, dotEnv);
    }

    private Layer environment(String name, MigrateToml toml, @Nullable Path file) {
        Layer layer = toml.environments().get(name);
        if (layer != null) {
            return layer;
        }
        String where = file == null ? "there is no " + MigrateToml.NAME + " to hold it" : names.of(file) + " has none";
        String hint = Suggestions.nearest(name, toml.environments().keySet())
                .map(it -> "did you mean \"" + it + "\"?")
                .orElse(
                        toml.environments().isEmpty()
                                ? where + ": write [env." + name + "] and its keys below"
                                : "the environments are "
                                        + String.join(", ", toml.environments().keySet()));
        problems.add(Diagnostic.error(
                Code.ENVIRONMENT_UNKNOWN, Span.none(), "there is no environment \"" + name + "\"", hint));
        return new Layer();
    }

    private Layer flags() {
        Layer layer = new Layer();
        Path base = invocation.directory();
        if (flags.url() != null) {
            layer.settings().put(Setting.URL, new ConfiguredValue(flags.url(), new Origin("--url", Span.none(), base)));
        }
        if (flags.user() != null) {
            layer.settings()
                    .put(Setting.USER, new ConfiguredValue(flags.user(), new Origin("--user", Span.none(), base)));
        }
        flags.variables()
                .forEach((name, value) ->
                        layer.variables().put(name, new ConfiguredValue(value, new Origin("-x", Span.none(), base))));
        return layer;
    }

    private static Layer computed(EnvScript.Computed computed, Path home) {
        Origin origin = new Origin(EnvFile.NAME, Span.none(), home);
        Layer layer = new Layer();
        set(layer, Setting.URL, computed.url(), origin);
        set(layer, Setting.USER, computed.user(), origin);
        set(layer, Setting.PASSWORD, computed.password(), origin);
        computed.variables().forEach((name, value) -> layer.variables().put(name, new ConfiguredValue(value, origin)));
        return layer;
    }

    private static void set(Layer layer, Setting setting, @Nullable String text, Origin origin) {
        if (text != null) {
            layer.settings().put(setting, new ConfiguredValue(text, origin));
        }
    }

    private Layer process() {
        Layer layer = new Layer();
        for (Setting setting : Setting.values()) {
            String text = set(setting.variable());
            if (text != null) {
                put(layer, setting, text, new Origin(setting.variable(), Span.none(), invocation.directory()));
            }
        }
        return layer;
    }

    private Layer dotEnv(Map<String, DotEnv.Entry> entries, String file, Path home) {
        Layer layer = new Layer();
        for (Setting setting : Setting.values()) {
            DotEnv.Entry entry = entries.get(setting.variable());
            if (entry != null && !entry.value().isEmpty()) {
                put(layer, setting, entry.value(), new Origin(file + ":" + entry.line(), Span.none(), home));
            }
        }
        return layer;
    }

    private void put(Layer layer, Setting setting, String text, Origin origin) {
        setting.shape()
                .ofText(text)
                .ifPresentOrElse(
                        it -> layer.settings().put(setting, new ConfiguredValue(it, origin)),
                        () -> problems.add(Diagnostic.error(
                                Code.CONFIGURATION_VALUE,
                                Span.none(),
                                setting.variable() + " wants " + setting.shape().wanted()
                                        + (origin.shown().equals(setting.variable())
                                                ? ""
                                                : ", in " + origin.shown()))));
    }

    /** An empty variable counts as not set: some shells and CI forms cannot unset one. */
    private @Nullable String set(String name) {
        String text = invocation.variables().get(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private @Nullable String variable(String name, Map<String, DotEnv.Entry> dotEnv) {
        String text = set(name);
        DotEnv.Entry entry = dotEnv.get(name);
        if (text != null || entry == null || entry.value().isEmpty()) {
            return text;
        }
        return entry.value();
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
