package dev.mig.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The long explanation of a code: what it means, an example, what to do.
 *
 * @param title one line
 * @param text paragraphs in the simplest Markdown: indented lines are shown as they are
 */
public record Explanation(Code code, String title, String text) {

    public static Explanation of(Code code) {
        try (InputStream stream = Code.class.getResourceAsStream("explain/" + code.id() + ".md")) {
            String all = new String(Objects.requireNonNull(stream, code.id()).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
            int end = all.indexOf('\n');
            return new Explanation(
                    code, all.substring("# ".length(), end), all.substring(end).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
