package dev.mig.files;

import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.print.MigPrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .mig} file and its canonical form. A file keeps the line ends it begins with, because a checkout may have
 * chosen them.
 *
 * @param name as shown to people
 * @param canonical the text that the file should have, with its own line ends; null where it has errors
 */
public record FormattedFile(
        Path path,
        String name,
        boolean isFormatted,
        @Nullable String canonical,
        List<Diagnostic> diagnostics) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public FormattedFile {
        diagnostics = List.copyOf(diagnostics);
    }

    /** @param name as shown to people */
    public static FormattedFile of(Path path, String name) {
        byte[] bytes = TextFiles.bytes(path, name);
        Source source = TextFiles.decode(bytes, name);
        boolean isSchema = path.endsWith(MigrationsFolder.SCHEMA);
        Parsed<String> parsed = isSchema ? MigPrinter.formatSchema(source) : MigPrinter.format(source);
        if (parsed.tree() == null) {
            return new FormattedFile(path, name, false, null, parsed.diagnostics());
        }
        String written = new String(bytes, StandardCharsets.UTF_8);
        String canonical = hasReturns(written) ? parsed.tree().replace("\n", "\r\n") : parsed.tree();
        boolean isFormatted = canonical.equals(written) || (BYTE_ORDER_MARK + canonical).equals(written);
        return new FormattedFile(path, name, isFormatted, canonical, parsed.diagnostics());
    }

    /** Replaces the file with its canonical form, atomically. */
    public void write() {
        if (canonical != null && !isFormatted) {
            TextFiles.replace(path, name, canonical);
        }
    }

    /** Whether the first line ends in CR LF. */
    private static boolean hasReturns(String text) {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r';
    }
}
