package dev.mig.files.config;

import dev.mig.connection.ConnectionUrl;
import dev.mig.source.Source;
import java.util.regex.Pattern;

/**
 * The text of a configuration file with its secrets masked and every character in its place: a diagnostic shows a
 * line of the file, and that line may contain a password.
 */
final class SecretMask {
    private static final Pattern TOML_PASSWORD = Pattern.compile("(?im)(?<=password[\"']?[ \\t]{0,9}=).+$");
    private static final Pattern URL = Pattern.compile("(?i)jdbc:[^\"'\\n]*");

    private SecretMask() {}

    static Source overToml(Source source) {
        String text = blot(TOML_PASSWORD, source.text());
        return new Source(source.name(), URL.matcher(text).replaceAll(it -> blotUrl(it.group())));
    }

    /** Any value in a {@code .env} may be a secret, and so may a line that is not understood. */
    static Source overDotEnv(Source source) {
        StringBuilder text = new StringBuilder();
        for (String line : source.text().split("(?<=\n)", -1)) {
            int from = line.indexOf('=') + 1;
            text.append(line, 0, from).append(stars(line.substring(from)));
        }
        return new Source(source.name(), text.toString());
    }

    private static String blot(Pattern secret, String text) {
        return secret.matcher(text).replaceAll(it -> stars(it.group()));
    }

    private static String stars(String secret) {
        return secret.replaceAll("\\S", "*");
    }

    /** A URL with a password is masked completely after its scheme, because its mask differs in length. */
    private static String blotUrl(String url) {
        if (new ConnectionUrl(url).masked().equals(url)) {
            return java.util.regex.Matcher.quoteReplacement(url);
        }
        int scheme = url.indexOf(':', "jdbc:".length()) + 1;
        return java.util.regex.Matcher.quoteReplacement(url.substring(0, scheme)) + stars(url.substring(scheme));
    }
}
