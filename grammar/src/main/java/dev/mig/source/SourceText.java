package dev.mig.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of decoding a file as text: a source, or diagnostics.
 *
 * <p>Every file written by people is decoded in this way, so that positions agree everywhere: UTF-8, an optional
 * byte-order mark is ignored, and line ends are normalised to LF.
 *
 * @param source null if and only if the diagnostics are not empty
 */
public record SourceText(@Nullable Source source, List<Diagnostic> diagnostics) {
    private static final String SAVE = "save the file as UTF-8 text with ordinary line ends";
    private static final char REPLACEMENT = '\uFFFD';

    public SourceText {
        diagnostics = List.copyOf(diagnostics);
    }

    /** The source; throws the diagnostics if there is none. */
    public Source orThrow() {
        if (source == null) {
            throw new DiagnosticException(diagnostics);
        }
        return source;
    }

    /** A whole file. */
    public static SourceText decode(String name, byte[] bytes) {
        return decode(name, bytes, bytes.length);
    }

    /**
     * The whole lines among the first bytes of a file; what follows the last line end is left out, because it may be
     * cut in the middle of a word or a character.
     *
     * @param length how many of the bytes were read
     */
    public static SourceText decodeBeginning(String name, byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return decode(name, bytes, end);
    }

    private static SourceText decode(String name, byte[] bytes, int length) {
        int start = hasMark(bytes, length) ? 3 : 0;
        String text = new String(bytes, start, length - start, StandardCharsets.UTF_8);
        String lines = withLineFeeds(text);
        if (text.indexOf(REPLACEMENT) >= 0) {
            Diagnostic wrong = malformed(new Source(name, lines), ByteBuffer.wrap(bytes, start, length - start));
            if (wrong != null) {
                return new SourceText(null, List.of(wrong));
            }
        }
        int nul = lines.indexOf('\0');
        if (nul >= 0) {
            boolean wide = nul < 2 && lines.indexOf('\0', nul + 1) == nul + 2;
            String remedy = wide ? "the file looks like UTF-16: save it as UTF-8" : SAVE;
            return wrong(name, lines, nul, "the file holds a NUL character, so it is no text", remedy);
        }
        int carriageReturn = lines.indexOf('\r');
        if (carriageReturn >= 0) {
            return wrong(name, lines, carriageReturn, "a carriage return without a line feed ends no line", SAVE);
        }
        return new SourceText(new Source(name, lines), List.of());
    }

    private static boolean hasMark(byte[] bytes, int length) {
        return length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    private static SourceText wrong(String name, String text, int at, String message, String remedy) {
        return new SourceText(
                null,
                List.of(Diagnostic.error(Code.ENCODING, new Source(name, text).span(at, at + 1), message, remedy)));
    }

    /** The first bytes that are not valid UTF-8; null if the replacement character is the author's own. */
    private static @Nullable Diagnostic malformed(Source source, ByteBuffer bytes) {
        CharBuffer read = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, read, true);
        if (!result.isError()) {
            return null;
        }
        int at = withLineFeeds(read.flip().toString()).length();
        int value = bytes.get(bytes.position()) & 0xFF;
        boolean wide = at == 0 && (value == 0xFE || value == 0xFF);
        return Diagnostic.error(
                Code.ENCODING,
                source.span(at, at + 1),
                String.format(Locale.ROOT, "the byte %02X here is not UTF-8", value),
                wide
                        ? "the file looks like UTF-16: save it as UTF-8"
                        : "save the file as UTF-8, for example: iconv -f latin1 -t utf-8 " + source.name());
    }
}
