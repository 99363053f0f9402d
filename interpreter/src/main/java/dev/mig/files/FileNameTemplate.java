package dev.mig.files;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template for names of new revision files, without their extension.
 *
 * @param text with the words {@code {date}}, {@code {id}} and {@code {slug}}, of which the id must be there
 */
public record FileNameTemplate(String text) {
    private static final List<String> WORDS = List.of("date", "id", "slug");
    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    /** Code points of a slug at most. */
    private static final int LONGEST_SLUG = 40;

    // Below what its own construction needs.
    public static final FileNameTemplate STANDARD = new FileNameTemplate("{date}_{id}_{slug}");

    /** @throws IllegalArgumentException with the sentence that a person should read */
    public FileNameTemplate {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (!WORDS.contains(words.group(1))) {
                throw new IllegalArgumentException(
                        "a template knows {date}, {id} and {slug}, not {" + words.group(1) + "}");
            }
        }
        if (!text.contains("{id}")) {
            throw new IllegalArgumentException("a template needs {id}, so that two revisions never share a file name");
        }
        if (WORD.matcher(text).replaceAll("").matches(".*[\\\\/:*?\"<>|{}\\p{Cntrl}].*")) {
            throw new IllegalArgumentException(
                    "a template is the name of a file, without folders and \\ / : * ? \" < > |");
        }
    }

    /** The name for a revision; blanks that an empty slug leaves at the end are gone. */
    public String name(String id, String message, Instant created) {
        String name = text.replace("{date}", DATE.format(created.atOffset(ZoneOffset.UTC)))
                .replace("{id}", id)
                .replace("{slug}", slug(message));
        return name.replaceFirst("[_ .-]+$", "");
    }

    /**
     * A message as part of a file name: lower case, one {@code _} for each run of other characters than letters
     * and digits.
     */
    static String slug(String message) {
        String words = message.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "_")
                .replaceAll("^_|_$", "");
        int[] points = words.codePoints().limit(LONGEST_SLUG).toArray();
        return new String(points, 0, points.length).replaceFirst("_$", "");
    }
}
