package dev.mig.connection;

import dev.mig.model.Database;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDBC URL.
 *
 * @param text as the driver wants it, with whatever password somebody wrote into it: only for the driver. Everybody
 *     else takes {@link #masked()}, which is also its text form
 */
public record ConnectionUrl(String text) {
    private static final Pattern SECRET_SETTING = Pattern.compile(
            "([;?&,(][^=;?&,(]*(?:password|passwd|passphrase|pwd|secret|token)[^=;?&,(]*=)((?:\\\\.|[^;&\\\\])*)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Up to the last {@code @} before the settings, since a password may contain one; works without the slashes,
     * too.
     */
    private static final Pattern USER_INFO = Pattern.compile(
            "((?://|(?<=^jdbc:(?:mariadb|mysql|postgresql):))[^:/?;@]*:)([^?;]*)(@)", Pattern.CASE_INSENSITIVE);

    private static final Pattern H2_FILE =
            Pattern.compile("(?i)(jdbc:h2:(?:file:|nio:|nioMapped:|async:)?)([^;]*)(.*)", Pattern.DOTALL);
    private static final Pattern H2_ELSEWHERE =
            Pattern.compile("(?i)jdbc:h2:(?:mem|tcp|ssl|zip|split|memFS|memLZF|classpath):.*", Pattern.DOTALL);
    private static final Pattern H2_SERVER = Pattern.compile("(?i)jdbc:h2:(?:tcp|ssl):");
    private static final Pattern SQLITE_FILE =
            Pattern.compile("(?i)(jdbc:sqlite:(?:file:)?)([^?]*)(.*)", Pattern.DOTALL);

    /** Without passwords: safe to show, log and store. */
    public String masked() {
        String settings = replaceSecond(SECRET_SETTING, text);
        return replaceSecond(USER_INFO, settings);
    }

    /** The passwords in the URL, both as written and as a driver decodes them. */
    public List<Secret> secrets() {
        String seen = masked();
        return Stream.of(SECRET_SETTING, USER_INFO)
                .flatMap(it -> it.matcher(text).results())
                .map(it -> it.group(2))
                // One of several settings in brackets is matched with those after it.
                .flatMap(it -> Stream.of(it, it.split("[,)]", 2)[0]))
                .flatMap(it -> Stream.of(it, decoded(it)))
                .distinct()
                .filter(it -> !it.isEmpty() && !seen.contains(it))
                .map(Secret::new)
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return text;
        }
    }

    /** Whether another process is connected to, and not a file or memory opened in this one. */
    public boolean isOnServer() {
        return database()
                .filter(it -> switch (it) {
                    case H2 -> H2_SERVER.matcher(text).lookingAt();
                    case SQLITE -> false;
                    case MYSQL, MARIADB, POSTGRESQL, COCKROACHDB, YUGABYTEDB -> true;
                })
                .isPresent();
    }

    /** Whether user and password precede the host, where no supported driver looks for them. */
    public boolean hasUserInfo() {
        return USER_INFO.matcher(text).find();
    }

    /** The database named by the URL's scheme, if supported. */
    public Optional<Database> database() {
        String[] parts = text.split(":", 3);
        if (parts.length < 3 || !parts[0].equalsIgnoreCase("jdbc")) {
            return Optional.empty();
        }
        return Database.named(parts[1]);
    }

    /** The database's name, as far as the URL tells: its last part before the settings, without folders. */
    public String name() {
        String place = text.split("[;?]", 2)[0];
        String last = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
        return last.substring(last.lastIndexOf(':') + 1).replaceFirst("\\.(db|sqlite3?)$", "");
    }

    /** The URL with a relative path of an embedded H2 or SQLite file made absolute; any other URL unchanged. */
    public ConnectionUrl resolvedAgainst(Path folder) {
        Matcher h2 = H2_FILE.matcher(text);
        if (h2.matches() && !H2_ELSEWHERE.matcher(text).matches()) {
            return resolved(h2, folder);
        }
        Matcher sqlite = SQLITE_FILE.matcher(text);
        return sqlite.matches() ? resolved(sqlite, folder) : this;
    }

    /** The file of a SQLite database; empty for other databases and for one in memory. */
    public Optional<Path> file() {
        Matcher sqlite = SQLITE_FILE.matcher(text);
        if (!sqlite.matches()) {
            return Optional.empty();
        }
        String path = sqlite.group(2);
        boolean memory =
                path.isEmpty() || path.startsWith(":") || sqlite.group(3).contains("mode=memory");
        return memory ? Optional.empty() : Optional.of(Path.of(path).toAbsolutePath());
    }

    private ConnectionUrl resolved(Matcher parts, Path folder) {
        String path = parts.group(2);
        // H2, like shells, reads "~" as the home folder; in SQLite a leading colon means that it is not a file.
        boolean relative = !path.isEmpty() && !path.startsWith("~") && !path.startsWith(":") && !isAbsolute(path);
        if (!relative) {
            return this;
        }
        String absolute = folder.resolve(path).normalize().toString().replace('\\', '/');
        return new ConnectionUrl(parts.group(1) + absolute + parts.group(3));
    }

    private static boolean isAbsolute(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") || lower.startsWith("\\") || lower.matches("[a-z]:.*");
    }

    private static String replaceSecond(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(it -> {
            String end = it.groupCount() > 2 ? it.group(3) : "";
            return Matcher.quoteReplacement(it.group(1) + "***" + end);
        });
    }

    @Override
    public String toString() {
        return masked();
    }
}
