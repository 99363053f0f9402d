package dev.mig.report;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object being built; fields keep the order in which they were added.
 *
 * <p>Supports only what reports need, because loading a JSON library would slow down simple commands.
 */
public final class JsonObject {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    public JsonObject put(String name, @Nullable String value) {
        return field(name, value);
    }

    public JsonObject put(String name, @Nullable Integer value) {
        return field(name, value);
    }

    public JsonObject put(String name, @Nullable Long value) {
        return field(name, value);
    }

    public JsonObject put(String name, @Nullable Boolean value) {
        return field(name, value);
    }

    public JsonObject put(String name, @Nullable JsonObject value) {
        return field(name, value);
    }

    public JsonObject putTexts(String name, List<String> values) {
        return field(name, values);
    }

    public JsonObject putObjects(String name, List<JsonObject> values) {
        return field(name, values);
    }

    /** Appends all fields of another object. */
    public JsonObject putAll(JsonObject other) {
        fields.putAll(other.fields);
        return this;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    private JsonObject field(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** On one line, which is easiest for scripts. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(this, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case String it -> quote(it, text);
            case JsonObject it -> {
                text.append('{');
                String comma = "";
                for (Map.Entry<String, @Nullable Object> field : it.fields.entrySet()) {
                    text.append(comma);
                    quote(field.getKey(), text);
                    text.append(':');
                    write(field.getValue(), text);
                    comma = ",";
                }
                text.append('}');
            }
            case List<?> it -> {
                text.append('[');
                String comma = "";
                for (Object element : it) {
                    text.append(comma);
                    write(element, text);
                    comma = ",";
                }
                text.append(']');
            }
            default -> text.append(value);
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        value.codePoints().forEach(it -> {
            switch (it) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    // Half a surrogate pair has no UTF-8 encoding, so it is escaped like a control character.
                    boolean half = it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE;
                    if (it < ' ' || it == 0x7f || half) {
                        text.append("\\u").append(HexFormat.of().toHexDigits((char) it));
                    } else {
                        text.appendCodePoint(it);
                    }
                }
            }
        });
        text.append('"');
    }
}
