package dev.mig.syntax;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Durations and timestamps in headers.
 *
 * <p>Parsed by hand, because commands that must start quickly read thousands of them, and merely loading {@code
 * DateTimeFormatter} takes longer than reading a thousand headers.
 */
final class TimeLiterals {
    private TimeLiterals() {}

    /** A whole number and one of the units {@code ms s min h}; null for anything else, and for nothing at all. */
    static @Nullable Duration duration(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            return null;
        }
        long amount = Long.parseLong(text.substring(0, digits));
        Duration duration = switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ZERO;
        };
        return duration.isZero() ? null : duration;
    }

    /**
     * ISO-8601: a date, perhaps a time after {@code T} or a blank, perhaps {@code Z} or an offset; without one it is
     * UTC. Null for anything else.
     */
    static @Nullable Instant instant(String text) {
        try {
            return new Digits(text).instant();
        } catch (DateTimeException | IndexOutOfBoundsException notOne) {
            return null;
        }
    }

    private static final class Digits {
        private final String text;
        private int at;

        Digits(String text) {
            this.text = text;
        }

        @Nullable
        Instant instant() {
            int year = number(4);
            if (!next('-')) {
                return null;
            }
            int month = number(2);
            if (!next('-')) {
                return null;
            }
            int day = number(2);
            int hour = 0;
            int minute = 0;
            int second = 0;
            int nano = 0;
            if (next('T') || next('t') || next(' ')) {
                hour = number(2);
                minute = next(':') ? number(2) : -1;
                second = next(':') ? number(2) : 0;
                nano = next('.') ? fraction() : 0;
            }
            ZoneOffset offset = offset();
            return at < text.length()
                    ? null
                    : LocalDateTime.of(year, month, day, hour, minute, second, nano)
                            .toInstant(offset);
        }

        private ZoneOffset offset() {
            if (at == text.length() || next('Z') || next('z')) {
                return ZoneOffset.UTC;
            }
            int sign = next('-') ? -1 : next('+') ? 1 : 0;
            if (sign == 0) {
                return ZoneOffset.UTC;
            }
            int hours = number(2);
            int minutes = next(':') || at < text.length() ? number(2) : 0;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }

        private boolean next(char wanted) {
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private int number(int digits) {
            int value = 0;
            for (int i = 0; i < digits; i++) {
                int digit = text.charAt(at++) - '0';
                if (digit < 0 || digit > 9) {
                    throw new DateTimeException("not a digit");
                }
                value = value * 10 + digit;
            }
            return value;
        }

        /** Nanoseconds; digits beyond the ninth are read over. */
        private int fraction() {
            int value = 0;
            int digits = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = digits < 9 ? value * 10 + text.charAt(at) - '0' : value;
                digits++;
                at++;
            }
            for (int i = digits; i < 9; i++) {
                value *= 10;
            }
            return value;
        }
    }
}
