package dev.mig.js;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Converts values between a database and a script. Rows are passed as JSON, which a script reads faster than values
 * fetched one by one; values that JSON lacks are passed as an array of type and text, decoded by {@code work.js}.
 */
final class RowText {
    /** Integers up to here are exact JavaScript numbers. */
    private static final long EXACT = 1L << 53;

    private static final BigInteger LARGEST = BigInteger.valueOf(EXACT);

    private RowText() {}

    /** Rows as an array of objects. */
    static String of(List<String> columns, List<List<@Nullable Object>> rows) {
        StringBuilder json = new StringBuilder("[");
        for (List<@Nullable Object> row : rows) {
            json.append(json.length() == 1 ? "{" : ",{");
            for (int at = 0; at < columns.size(); at++) {
                if (at > 0) {
                    json.append(',');
                }
                string(json, columns.get(at));
                json.append(':');
                value(json, row.get(at));
            }
            json.append('}');
        }
        return json.append(']').toString();
    }

    static String of(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        value(json, value);
        return json.toString();
    }

    /** Data of texts, numbers, truths, lists and maps, as JSON and nothing else. */
    static String plain(@Nullable Object data) {
        StringBuilder json = new StringBuilder();
        plain(json, data);
        return json.toString();
    }

    private static void plain(StringBuilder json, @Nullable Object data) {
        switch (data) {
            case Map<?, ?> it -> {
                String before = "{";
                for (Map.Entry<?, ?> entry : it.entrySet()) {
                    string(json.append(before), String.valueOf(entry.getKey()));
                    plain(json.append(':'), entry.getValue());
                    before = ",";
                }
                json.append(it.isEmpty() ? "{}" : "}");
            }
            case Collection<?> it -> {
                String before = "[";
                for (Object element : it) {
                    plain(json.append(before), element);
                    before = ",";
                }
                json.append(it.isEmpty() ? "[]" : "]");
            }
            case null, default -> value(json, data);
        }
    }

    private static void value(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case Boolean it -> json.append(it);
            case Long it when Math.abs(it) <= EXACT && it != Long.MIN_VALUE -> json.append(it);
            case Long it -> special(json, "n", it.toString());
            case BigInteger it when it.abs().compareTo(LARGEST) <= 0 -> json.append(it);
            case BigInteger it -> special(json, "n", it.toString());
            case Double it when Double.isFinite(it) -> json.append(it);
            case Double it -> special(json, "f", it.toString());
            case BigDecimal it -> string(json, it.toPlainString());
            case byte[] it -> special(json, "b", HexFormat.of().formatHex(it));
            case Instant it -> special(json, "d", it.toString());
            case LocalDate it -> special(json, "d", it.toString());
            case LocalDateTime it -> special(json, "d", it + (it.getSecond() + it.getNano() == 0 ? ":00Z" : "Z"));
            case List<?> it -> {
                json.append("[\"a\",[");
                for (int at = 0; at < it.size(); at++) {
                    json.append(at == 0 ? "" : ",");
                    value(json, it.get(at));
                }
                json.append("]]");
            }
            default -> string(json, value.toString());
        }
    }

    private static void special(StringBuilder json, String kind, String text) {
        json.append("[\"").append(kind).append("\",\"").append(text).append("\"]");
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char it = text.charAt(at);
            if (it == '"' || it == '\\') {
                json.append('\\').append(it);
            } else if (it < ' ') {
                json.append("\\u00").append(HexFormat.of().toHexDigits((byte) it));
            } else {
                json.append(it);
            }
        }
        json.append('"');
    }

    /** A parameter, as the database is given it. */
    static @Nullable Object value(Value value, Call call) {
        if (value.isNull()) {
            if (value.toString().equals("undefined")) {
                throw call.wrong(
                        call.span(), "a parameter of " + call.method() + " is undefined", "null is a value too");
            }
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isString()) {
            return value.asString();
        }
        if (value.isNumber()) {
            return number(value, call);
        }
        if (value.isInstant()) {
            return value.asInstant();
        }
        if (isBytes(value)) {
            return bytes(value);
        }
        throw call.wrong(
                call.span(),
                "a parameter of " + call.method() + " cannot be " + ValueKinds.of(value),
                value.hasArrayElements()
                        ? "each parameter stands for itself: " + call.method() + "(sql, ...values)"
                        : "a parameter is a string, a number, a bigint, true, false, null, a Date or a Uint8Array");
    }

    private static Object number(Value value, Call call) {
        if (value.fitsInLong()) {
            return value.asLong();
        }
        if (value.fitsInBigInteger()) {
            return value.asBigInteger();
        }
        double number = value.asDouble();
        if (!Double.isFinite(number)) {
            throw call.wrong(call.span(), "a parameter of " + call.method() + " is " + value);
        }
        return number;
    }

    private static boolean isBytes(Value value) {
        Value meta = value.getMetaObject();
        return value.hasArrayElements()
                && meta != null
                && meta.getMetaSimpleName().equals("Uint8Array");
    }

    private static byte[] bytes(Value array) {
        byte[] bytes = new byte[Math.toIntExact(array.getArraySize())];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) array.getArrayElement(at).asInt();
        }
        return bytes;
    }
}
