package dev.mig.files.config;

import dev.mig.connection.ConnectionUrl;
import dev.mig.connection.Secret;
import dev.mig.files.FileNameTemplate;
import dev.mig.model.Database;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Determines the value of each setting: the first layer that has one wins. */
final class ConfigurationResolver {
    private static final Set<Setting> PASSWORDS =
            EnumSet.of(Setting.PASSWORD, Setting.PASSWORD_COMMAND, Setting.PASSWORD_FILE, Setting.PASSWORD_ENV);

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|passwd|secret|token|key).*");

    /** How Java itself writes all jars of a folder, which the folder alone means here. */
    private static final Pattern JARS_OF_FOLDER = Pattern.compile("[/\\\\]\\*(\\.jar)?$");

    private final @Nullable Path file;
    private final Path home;
    private final @Nullable String environment;
    private final List<Layer> layers;
    private final Map<String, Layer> environments;
    private final Function<String, @Nullable String> processVariable;
    private final List<Diagnostic> problems;
    private final List<Configuration.Shown> shown = new ArrayList<>();

    /**
     * @param layers the strongest first
     * @param environments all of the file by name, chosen or not
     * @param processVariable what an environment variable holds, for {@code password_env}
     * @param problems takes values that are of the right shape and wrong all the same
     */
    ConfigurationResolver(
            @Nullable Path file,
            Path home,
            @Nullable String environment,
            List<Layer> layers,
            Map<String, Layer> environments,
            Function<String, @Nullable String> processVariable,
            List<Diagnostic> problems) {
        this.file = file;
        this.home = home;
        this.environment = environment;
        this.layers = layers;
        this.environments = environments;
        this.processVariable = processVariable;
        this.problems = problems;
    }

    Configuration configuration() {
        var connection = new Configuration.Connection(url(), user(), password(), (boolean)
                given(Setting.PROTECTED, false).value());
        var migrations = new Configuration.Migrations(
                locations(),
                template(),
                text(Setting.VERSION_TABLE, "alembic_version"),
                textOrNull(Setting.VERSION_TABLE_SCHEMA),
                (Configuration.Transaction) given(Setting.TRANSACTION, Configuration.Transaction.PER_REVISION)
                        .value(),
                (boolean) given(Setting.DUMP_SCHEMA, false).value());
        var autogenerate = new Configuration.Autogenerate(texts(Setting.INCLUDE), texts(Setting.EXCLUDE), entities());
        var javascript = new Configuration.Javascript(
                (Duration) given(Setting.CPU_TIME, Duration.ofSeconds(5)).value(),
                (Duration) given(Setting.RUN_CPU_TIME, Duration.ofMinutes(10)).value());
        return new Configuration(
                file,
                home,
                environment,
                environments.keySet(),
                connection,
                databases(connection.url()),
                migrations,
                autogenerate,
                javascript,
                variables(),
                shown);
    }

    private ConnectionUrl url() {
        ConfiguredValue given = said(Setting.URL, "jdbc:h2:./data/app");
        ConnectionUrl url = new ConnectionUrl((String) given.value());
        if (!url.text().startsWith("jdbc:")) {
            int colon = url.text().indexOf(':');
            String hint = colon < 0
                    ? "like jdbc:h2:./data/app or jdbc:h2:tcp://host/database"
                    : "perhaps jdbc:"
                            + new ConnectionUrl(url.text()
                                            .replaceFirst("^postgres:", "postgresql:")
                                            .replaceFirst("^([a-z]+)\\+[a-z0-9]+:", "$1:"))
                                    .masked();
            wrong(Setting.URL, given, "the URL does not begin with jdbc:", hint);
        }
        ConnectionUrl resolved = url.resolvedAgainst(given.origin().base());
        show(Setting.URL, resolved.masked(), given);
        return resolved;
    }

    private Set<Database> databases(ConnectionUrl inForce) {
        Set<Database> databases = new LinkedHashSet<>();
        inForce.database().ifPresent(databases::add);
        for (Layer environment : environments.values()) {
            ConfiguredValue url = environment.settings().get(Setting.URL);
            if (url != null) {
                new ConnectionUrl((String) url.value()).database().ifPresent(databases::add);
            }
        }
        return databases;
    }

    private @Nullable String user() {
        return textOrNull(Setting.USER);
    }

    private static int start(Map.Entry<Setting, ConfiguredValue> said) {
        return said.getValue().origin().span().start();
    }

    private Password password() {
        for (Layer layer : layers) {
            List<Setting> said = layer.settings().entrySet().stream()
                    .filter(it -> PASSWORDS.contains(it.getKey()))
                    // No comparator of Java's own: the start-up cache keeps none, and every command comes through here.
                    .sorted((a, b) -> Integer.compare(start(a), start(b)))
                    .map(Map.Entry::getKey)
                    .toList();
            if (said.size() > 1) {
                wrong(
                        said.get(1),
                        Objects.requireNonNull(layer.settings().get(said.get(1))),
                        "the password is said twice: by \"" + said.get(0).key() + "\" and by \""
                                + said.get(1).key() + "\"",
                        "keep one of them");
            }
            if (!said.isEmpty()) {
                ConfiguredValue given = Objects.requireNonNull(layer.settings().get(said.getFirst()));
                show(said.getFirst(), said.getFirst() == Setting.PASSWORD ? "***" : (String) given.value(), given);
                return password(said.getFirst(), given);
            }
        }
        return new Password.None();
    }

    private Password password(Setting setting, ConfiguredValue given) {
        String text = (String) given.value();
        Span span = given.origin().span();
        return switch (setting) {
            case PASSWORD_COMMAND -> new Password.Command(text, given.origin().base(), span);
            case PASSWORD_FILE -> new Password.InFile(path(setting, given, text), span);
            case PASSWORD_ENV -> {
                String value = processVariable.apply(text);
                yield new Password.Variable(text, value == null ? null : new Secret(value), span);
            }
            default -> new Password.Literal(new Secret(text));
        };
    }

    private List<Path> locations() {
        ConfiguredValue given = said(Setting.LOCATIONS, List.of("migrations"));
        List<Path> paths = texts(given).stream()
                .map(it -> path(Setting.LOCATIONS, given, it))
                .distinct()
                .toList();
        if (paths.isEmpty()) {
            wrong(Setting.LOCATIONS, given, "\"migrations.locations\" names no folder", "locations = [\"migrations\"]");
        }
        show(Setting.LOCATIONS, String.join(", ", texts(given)), given);
        return paths;
    }

    private Path path(Setting setting, ConfiguredValue given, String text) {
        try {
            return given.origin().base().resolve(text).normalize();
        } catch (InvalidPathException e) {
            wrong(setting, given, "\"" + text + "\" cannot be the path of a file", "");
            return home;
        }
    }

    private Configuration.Entities entities() {
        ConfiguredValue classPath = said(Setting.CLASS_PATH, List.of());
        return new Configuration.Entities(
                texts(Setting.ENTITIES),
                texts(Setting.CLASS_PATH).stream()
                        .map(it -> path(
                                Setting.CLASS_PATH,
                                classPath,
                                JARS_OF_FOLDER.matcher(it).replaceFirst("")))
                        .toList(),
                settings(Setting.HIBERNATE));
    }

    private Map<String, String> settings(Setting setting) {
        ConfiguredValue given = said(setting, Map.of());
        Map<String, String> settings = new TreeMap<>();
        ((Map<?, ?>) given.value()).forEach((key, value) -> settings.put((String) key, (String) value));
        settings.forEach((key, value) -> shown.add(new Configuration.Shown(
                setting.key() + "." + key, veiled(key, value), given.origin().shown())));
        return settings;
    }

    private FileNameTemplate template() {
        ConfiguredValue given = given(Setting.TEMPLATE, FileNameTemplate.STANDARD.text());
        try {
            return new FileNameTemplate((String) given.value());
        } catch (IllegalArgumentException e) {
            wrong(Setting.TEMPLATE, given, Objects.requireNonNull(e.getMessage()), "template = \"{date}_{id}_{slug}\"");
            return FileNameTemplate.STANDARD;
        }
    }

    private Map<String, String> variables() {
        Map<String, ConfiguredValue> merged = new LinkedHashMap<>();
        layers.forEach(layer -> layer.variables().forEach(merged::putIfAbsent));
        new TreeMap<>(merged)
                .forEach((name, given) -> shown.add(new Configuration.Shown(
                        "vars." + name,
                        veiled(name, (String) given.value()),
                        given.origin().shown())));
        return merged.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it ->
                (String) it.getValue().value()));
    }

    private static String veiled(String name, String value) {
        return SECRET_NAME.matcher(name).matches() ? "***" : value;
    }

    private String text(Setting setting, String otherwise) {
        return (String) given(setting, otherwise).value();
    }

    private @Nullable String textOrNull(Setting setting) {
        String text = text(setting, "");
        return text.isEmpty() ? null : text;
    }

    private List<String> texts(Setting setting) {
        ConfiguredValue given = said(setting, List.of());
        List<String> texts = texts(given);
        if (!texts.isEmpty()) {
            show(setting, String.join(", ", texts), given);
        }
        return texts;
    }

    private static List<String> texts(ConfiguredValue given) {
        return ((List<?>) given.value()).stream().map(String.class::cast).toList();
    }

    /** The settings, recorded for {@code config show} unless empty by default. */
    private ConfiguredValue given(Setting setting, Object otherwise) {
        ConfiguredValue given = said(setting, otherwise);
        String value = given.value() instanceof Duration time
                ? words(time)
                : given.value().toString();
        if (!value.isEmpty()) {
            show(setting, value, given);
        }
        return given;
    }

    private ConfiguredValue said(Setting setting, Object otherwise) {
        for (Layer layer : layers) {
            ConfiguredValue given = layer.settings().get(setting);
            if (given != null) {
                return given;
            }
        }
        return new ConfiguredValue(otherwise, new Origin("default", Span.none(), home));
    }

    private void show(Setting setting, String value, ConfiguredValue given) {
        shown.add(new Configuration.Shown(setting.key(), value, given.origin().shown()));
    }

    private static String words(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        return time.toSeconds() % 60 == 0 && !time.isZero() ? time.toMinutes() + "min" : time.toSeconds() + "s";
    }

    private void wrong(Setting setting, ConfiguredValue given, String message, String hint) {
        Span span = given.origin().span();
        String where = span.isNone()
                ? " (" + setting.key() + " comes from " + given.origin().shown() + ")"
                : "";
        Diagnostic problem = Diagnostic.error(Code.CONFIGURATION_VALUE, span, message + where);
        problems.add(problem.withHint(hint.isEmpty() ? null : hint));
    }
}
