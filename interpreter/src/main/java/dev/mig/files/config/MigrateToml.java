package dev.mig.files.config;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A {@code migrate.toml} with every key known and every value of the right type.
 *
 * <p>tomlj costs about 20 ms of a cold start with an ahead-of-time cache and tells the place of every key, which the
 * faster ones do not.
 */
final class MigrateToml {
    static final String NAME = "migrate.toml";

    private static final String ENVIRONMENTS = "env";
    private static final String VARIABLES = "vars";

    private final Source source;
    private final Path home;
    private final TomlParseResult toml;
    private final List<Diagnostic> problems;
    private final Layer top = new Layer();
    private final Map<String, Layer> environments = new LinkedHashMap<>();

    private MigrateToml(Source source, Path home, TomlParseResult toml, List<Diagnostic> problems) {
        this.source = source;
        this.home = home;
        this.toml = toml;
        this.problems = problems;
    }

    /** @param problems takes what is wrong with it; what is right is kept all the same */
    static MigrateToml parse(Source text, Path home, List<Diagnostic> problems) {
        MigrateToml file = new MigrateToml(SecretMask.overToml(text), home, Toml.parse(text.text()), problems);
        if (file.toml.hasErrors()) {
            file.toml.errors().forEach(file::syntax);
        } else {
            file.readLevel(file.toml, List.of(), file.top);
        }
        return file;
    }

    Layer top() {
        return top;
    }

    Map<String, Layer> environments() {
        return environments;
    }

    /** The top level, or one environment: they know the same keys. */
    private void readLevel(TomlTable table, List<String> path, Layer layer) {
        for (Map.Entry<String, Object> entry : table.entrySet()) {
            List<String> inner = append(path, entry.getKey());
            if (path.isEmpty() && entry.getKey().equals(ENVIRONMENTS)) {
                readEnvironments(entry.getValue(), inner);
            } else if (entry.getKey().equals(VARIABLES)) {
                asTable(entry.getValue(), inner).ifPresent(it -> readVariables(it, inner, layer));
            } else if (isTable(entry.getKey())) {
                asTable(entry.getValue(), inner)
                        .ifPresent(it -> it.entrySet()
                                .forEach(each -> readSetting(
                                        entry.getKey(), append(inner, each.getKey()), each.getValue(), layer)));
            } else {
                readSetting("", inner, entry.getValue(), layer);
            }
        }
    }

    private void readEnvironments(Object value, List<String> path) {
        asTable(value, path)
                .ifPresent(all -> all.entrySet().forEach(entry -> {
                    List<String> inner = append(path, entry.getKey());
                    Layer layer = new Layer();
                    environments.put(entry.getKey(), layer);
                    asTable(entry.getValue(), inner).ifPresent(it -> readLevel(it, inner, layer));
                }));
    }

    private void readVariables(TomlTable table, List<String> path, Layer layer) {
        table.entrySet().forEach(entry -> {
            List<String> inner = append(path, entry.getKey());
            Object value = entry.getValue();
            if (value instanceof String || value instanceof Long || value instanceof Boolean) {
                layer.variables().put(entry.getKey(), new ConfiguredValue(value.toString(), origin(inner)));
            } else {
                wrongValue(inner, "a text in quotes, a whole number, true or false");
            }
        });
    }

    private void readSetting(String table, List<String> path, Object value, Layer layer) {
        Optional<Setting> known = Arrays.stream(Setting.values())
                .filter(it -> it.table().equals(table) && it.nameInTable().equals(path.getLast()))
                .findFirst();
        if (known.isEmpty()) {
            unknown(table, path);
            return;
        }
        Optional<Object> fitting = known.get().shape().of(value);
        if (fitting.isEmpty()) {
            boolean empty = known.get().shape() == SettingType.TEXT && value instanceof String;
            wrongValue(
                    path,
                    empty
                            ? "a text that is not empty; without one, leave the line out"
                            : known.get().shape().wanted());
            return;
        }
        layer.settings().put(known.get(), new ConfiguredValue(fitting.get(), origin(path)));
    }

    private Optional<TomlTable> asTable(Object value, List<String> path) {
        if (value instanceof TomlTable table) {
            return Optional.of(table);
        }
        wrongValue(path, "a table: write [" + String.join(".", path) + "] on a line of its own and its keys below");
        return Optional.empty();
    }

    private void syntax(TomlParseError error) {
        int at = offset(error.position());
        String said = error.getMessage();
        String message = said == null || said.isEmpty() ? "this is no TOML" : lowerFirst(said);
        problems.add(Diagnostic.error(
                Code.CONFIGURATION_SYNTAX,
                source.span(at, at),
                message,
                message.contains("previously defined")
                        ? "keep one of the two"
                        : "a line is a key, \"=\" and a value; texts stand in double quotes"));
    }

    private static String lowerFirst(String said) {
        return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }

    private void wrongValue(List<String> path, String wanted) {
        problems.add(Diagnostic.error(
                Code.CONFIGURATION_VALUE, valueSpan(path), "\"" + String.join(".", path) + "\" wants " + wanted));
    }

    private void unknown(String table, List<String> path) {
        String name = path.getLast();
        Set<String> known = knownIn(table, path.size() == 1);
        String where = table.isEmpty() ? "" : " in [" + table + "]";
        String hint = elsewhere(table, name)
                .or(() -> Suggestions.nearest(name, known).map(it -> "did you mean \"" + it + "\"?"))
                .orElse("the keys" + where + " are " + String.join(", ", known));
        problems.add(Diagnostic.error(
                Code.CONFIGURATION_KEY_UNKNOWN, keySpan(path), "unknown key \"" + name + "\"" + where, hint));
    }

    private static Set<String> knownIn(String table, boolean isTop) {
        Set<String> known = new TreeSet<>();
        for (Setting setting : Setting.values()) {
            if (setting.table().equals(table)) {
                known.add(setting.nameInTable());
            } else if (table.isEmpty()) {
                known.add(setting.table());
            }
        }
        if (table.isEmpty()) {
            known.add(VARIABLES);
            if (isTop) {
                known.add(ENVIRONMENTS);
            }
        }
        return known;
    }

    /** A valid key in the wrong table, for example below a table header by mistake. */
    private static Optional<String> elsewhere(String table, String name) {
        return Arrays.stream(Setting.values())
                .filter(it -> it.nameInTable().equals(name) && !it.table().equals(table))
                .findFirst()
                .map(it -> it.table().isEmpty()
                        ? "\"" + name
                                + "\" belongs to the top of the file, before the first [table], or to an [env.NAME]"
                        : "\"" + name + "\" belongs below [" + it.table() + "]");
    }

    private static boolean isTable(String name) {
        return !name.isEmpty()
                && Arrays.stream(Setting.values()).anyMatch(it -> it.table().equals(name));
    }

    private Origin origin(List<String> path) {
        Span span = valueSpan(path);
        String where = source.name() + ":" + span.line();
        boolean inEnvironment = path.getFirst().equals(ENVIRONMENTS);
        return new Origin(inEnvironment ? where + " [env." + path.get(1) + "]" : where, span, home);
    }

    private Span keySpan(List<String> path) {
        int start = offset(toml.inputPositionOf(path));
        String text = source.text();
        int end = start;
        while (end < text.length() && "=\n \t,".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return source.span(start, end);
    }

    /** The rest of the key's line after its equals sign, as far as it looks like the value; the key where it has none. */
    private Span valueSpan(List<String> path) {
        Span key = keySpan(path);
        String line = source.lineText(key.line());
        int lineStart = source.lineStart(key.line());
        int equals = line.indexOf('=', key.end() - lineStart);
        if (equals < 0 || key.text().startsWith("[")) {
            return key;
        }
        int start = equals + 1;
        while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        return source.span(lineStart + start, lineStart + endOfValue(line, start));
    }

    private static int endOfValue(String line, int start) {
        if (start < line.length() && "\"'".indexOf(line.charAt(start)) >= 0) {
            int close = line.indexOf(line.charAt(start), start + 1);
            return close < 0 ? line.length() : close + 1;
        }
        int comment = line.indexOf('#', start);
        int end = comment < 0 ? line.length() : comment;
        while (end > start && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int offset(@Nullable TomlPosition position) {
        if (position == null) {
            return 0;
        }
        String text = source.text();
        int line = Math.min(position.line(), source.line(text.length()));
        int start = source.lineStart(line);
        int length = source.lineText(line).length();
        return start + Math.min(position.column() - 1, length);
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
