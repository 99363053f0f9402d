package dev.mig.script;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Timestamps with a UTC offset, converted to UTC for databases without time zones.
 *
 * <p>Text that is no such moment stays as it is; the database says what is wrong with it.
 */
public final class UtcText {
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private UtcText() {}

    static String of(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(iso(text.strip()));
            return of(moment);
        } catch (DateTimeParseException other) {
            return text;
        }
    }

    public static String of(OffsetDateTime moment) {
        return moment.withOffsetSameInstant(ZoneOffset.UTC).format(WRITTEN);
    }

    /** With a T, without a blank before the offset, and with its minutes: what people leave out. */
    private static String iso(String text) {
        return text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)[ Tt]", "$1T")
                .replaceFirst("\\s+([+-]\\d\\d(:?\\d\\d)?|[Zz])$", "$1")
                .replaceFirst("([+-]\\d\\d)$", "$1:00")
                .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }
}
