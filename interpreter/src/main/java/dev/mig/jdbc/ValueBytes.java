package dev.mig.jdbc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that {@link WorkValues} reads, as bytes and back: a letter for what it is, and what that needs. */
final class ValueBytes {
    private ValueBytes() {}

    static void write(DataOutputStream output, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> output.writeByte('-');
            case Boolean it -> output.writeByte(it ? 't' : 'f');
            case Long it -> {
                output.writeByte('n');
                output.writeLong(it);
            }
            case Double it -> {
                output.writeByte('d');
                output.writeDouble(it);
            }
            case byte[] it -> bytes(output, 'b', it);
            case BigInteger it -> text(output, 'i', it.toString());
            case BigDecimal it -> text(output, 'c', it.toString());
            case LocalDate it -> text(output, 'D', it.toString());
            case LocalDateTime it -> text(output, 'T', it.toString());
            case Instant it -> text(output, 'M', it.toString());
            case List<?> it -> {
                output.writeByte('[');
                output.writeInt(it.size());
                for (Object element : it) {
                    write(output, element);
                }
            }
            default -> text(output, 's', value.toString());
        }
    }

    private static void text(DataOutputStream output, char kind, String text) throws IOException {
        bytes(output, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream output, char kind, byte[] bytes) throws IOException {
        output.writeByte(kind);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    static List<@Nullable Object> readRow(DataInputStream input) throws IOException {
        if (input.readByte() != '[') {
            throw new IOException("what was put aside is not what comes back");
        }
        return elements(input);
    }

    private static @Nullable Object read(DataInputStream input) throws IOException {
        byte kind = input.readByte();
        return switch (kind) {
            case '-' -> null;
            case 't' -> true;
            case 'f' -> false;
            case 'n' -> input.readLong();
            case 'd' -> input.readDouble();
            case 'b' -> bytes(input);
            case 'i' -> new BigInteger(text(input));
            case 'c' -> new BigDecimal(text(input));
            case 'D' -> LocalDate.parse(text(input));
            case 'T' -> LocalDateTime.parse(text(input));
            case 'M' -> Instant.parse(text(input));
            case '[' -> elements(input);
            default -> text(input);
        };
    }

    private static List<@Nullable Object> elements(DataInputStream input) throws IOException {
        int size = input.readInt();
        List<@Nullable Object> elements = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            elements.add(read(input));
        }
        return elements;
    }

    private static String text(DataInputStream input) throws IOException {
        return new String(bytes(input), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream input) throws IOException {
        return input.readNBytes(input.readInt());
    }
}
