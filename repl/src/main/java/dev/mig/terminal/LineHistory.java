package dev.mig.terminal;

import dev.mig.connection.ConnectionUrl;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** Input history. Lines that may contain a secret or begin with a blank are not kept. */
final class LineHistory extends DefaultHistory {
    private static final Pattern SECRET = Pattern.compile(
            "(?is).*(?:(?:password|passwd|passphrase|pwd|secret|token|api_?key)\\w*['\"]?\\s*(?:=|:|'|\\bas\\b|\\bto\\b|\\bwith\\b)"
                    + "|identified\\s+by|(?:password|passwd)\\s+\\S).*");
    private static final Pattern URL = Pattern.compile("jdbc:\\S+");

    @Override
    public void add(Instant time, String line) {
        if (!line.startsWith(" ") && !mayHoldSecret(line)) {
            super.add(time, line);
        }
    }

    static boolean mayHoldSecret(String line) {
        return SECRET.matcher(line).matches()
                || URL.matcher(line)
                        .results()
                        .anyMatch(it -> !new ConnectionUrl(it.group()).masked().equals(it.group()));
    }
}
