package dev.mig.files.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The type of a setting, in TOML and in the text of an environment variable. */
enum SettingType {
    /** A {@link String}. */
    TEXT("a text in quotes") {
        @Override
        Optional<Object> of(Object toml) {
            return toml instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
        }

        @Override
        Optional<Object> ofText(String text) {
            return Optional.of(text);
        }
    },
    /** A {@link Boolean}. */
    FLAG("true or false") {
        @Override
        Optional<Object> of(Object toml) {
            return toml instanceof Boolean ? Optional.of(toml) : Optional.empty();
        }

        @Override
        Optional<Object> ofText(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes", "on" -> Optional.of(true);
                case "false", "0", "no", "off" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    },
    /** A {@link List} of {@link String}; one alone may stand without brackets. */
    TEXTS("texts in brackets, like [\"one\", \"two\"]") {
        @Override
        Optional<Object> of(Object toml) {
            if (!(toml instanceof TomlArray array)) {
                return TEXT.of(toml).map(List::of);
            }
            List<String> texts = new ArrayList<>();
            for (Object element : array.toList()) {
                if (TEXT.of(element).isEmpty()) {
                    return Optional.empty();
                }
                texts.add((String) element);
            }
            return Optional.of(List.copyOf(texts));
        }

        @Override
        Optional<Object> ofText(String text) {
            return Optional.of(Pattern.compile(",")
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(it -> !it.isEmpty())
                    .toList());
        }
    },
    /** A {@link Map} of texts to texts; tables within are spelled with dots. */
    SETTINGS("a table of texts, numbers, true or false") {
        @Override
        Optional<Object> of(Object toml) {
            if (!(toml instanceof TomlTable table)) {
                return Optional.empty();
            }
            Map<String, String> settings = new TreeMap<>();
            for (String key : table.dottedKeySet()) {
                Object value = table.get(key);
                if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
                    return Optional.empty();
                }
                settings.put(key, value.toString());
            }
            return Optional.of(Map.copyOf(settings));
        }

        // key=value, with commas between
        @Override
        Optional<Object> ofText(String text) {
            Map<String, String> settings = new TreeMap<>();
            for (Object each : (List<?>) TEXTS.ofText(text).orElseThrow()) {
                String pair = (String) each;
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    return Optional.empty();
                }
                settings.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
            return Optional.of(Map.copyOf(settings));
        }
    },
    /** A {@link Duration}. */
    DURATION("a time with its unit, like \"500ms\", \"30s\" or \"10min\"") {
        @Override
        Optional<Object> of(Object toml) {
            return toml instanceof String text ? ofText(text) : Optional.empty();
        }

        @Override
        Optional<Object> ofText(String text) {
            Matcher parts = TIME.matcher(text.strip());
            if (!parts.matches()) {
                return Optional.empty();
            }
            long amount = Long.parseLong(parts.group(1));
            return Optional.of(
                    switch (parts.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "min" -> Duration.ofMinutes(amount);
                        default -> Duration.ofHours(amount);
                    });
        }
    },
    /** A {@link Configuration.Transaction}. */
    TRANSACTION("\"per-revision\" or \"all\"") {
        @Override
        Optional<Object> of(Object toml) {
            return toml instanceof String text ? ofText(text) : Optional.empty();
        }

        @Override
        Optional<Object> ofText(String text) {
            return switch (text) {
                case "per-revision" -> Optional.of(Configuration.Transaction.PER_REVISION);
                case "all" -> Optional.of(Configuration.Transaction.ALL);
                default -> Optional.empty();
            };
        }
    };

    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min|h)");

    private final String wanted;

    SettingType(String wanted) {
        this.wanted = wanted;
    }

    /** The value, or nothing when it does not fit. */
    abstract Optional<Object> of(Object toml);

    /** The value that a text of an environment variable stands for, or nothing when it does not fit. */
    abstract Optional<Object> ofText(String text);

    /** In words, for a message. */
    String wanted() {
        return wanted;
    }
}
