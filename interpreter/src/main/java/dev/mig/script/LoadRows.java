package dev.mig.script;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mig.model.Identifier;
import dev.mig.script.Statement.Load;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a CSV file one by one: RFC 4180, with column names in the first line, in constant memory. It does
 * not know where the rows go.
 *
 * <p>All methods throw {@link DiagnosticException} with the line of the file that is wrong.
 */
public final class LoadRows implements AutoCloseable {
    /** The library tells the line in its own way. */
    private static final Pattern PLACE = Pattern.compile("\\s*\\(record starting at line \\d+\\)");

    private static final Pattern BARE = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$]*");

    private final Load load;
    private final SqlStyle style;
    private final CsvRow.Reading reading = new CsvRow.Reading();
    private final UnclosedQuoteDetector text;
    private final CsvReader<CsvRow> records;
    private final Iterator<CsvRow> rows;
    private final List<Load.Column> columns;

    private LoadRows(Load load, SqlStyle style, UnclosedQuoteDetector text) {
        this.load = load;
        this.style = style;
        this.text = text;
        this.records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(reading, text);
        this.rows = records.iterator();
        this.columns = guarded(() -> {
            if (!rows.hasNext()) {
                throw wrong(load, 1, "the file is empty: its first line names the columns");
            }
            return columns(rows.next());
        });
    }

    public static LoadRows open(Load load, SqlStyle style) {
        try {
            UnclosedQuoteDetector text = new UnclosedQuoteDetector(load.file().open());
            try {
                return new LoadRows(load, style, text);
            } catch (RuntimeException e) {
                text.close();
                throw e;
            }
        } catch (IOException e) {
            throw wrong(load, 0, "cannot read the file: " + e.getMessage());
        }
    }

    /** {@code insert into people (id, name) values}, for rows to follow. */
    public String insert() {
        return "insert into " + load.table() + " ("
                + style.quoted(columns.stream().map(Load.Column::name).toList()) + ") values";
    }

    public List<Load.Column> columns() {
        return columns;
    }

    /** The next row, with a field for each column; null after the last one. */
    public @Nullable CsvRow next() {
        return guarded(() -> {
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                if (!rows.hasNext() && text.isOpen()) {
                    throw wrong(load, row.line(), "a quote opens a field here that the file never closes");
                }
                boolean blank = row.fields().size() == 1 && row.fields().getFirst() == null;
                if (!blank || columns.size() == 1) {
                    return fitting(row);
                }
            }
            return null;
        });
    }

    private CsvRow fitting(CsvRow row) {
        if (row.fields().size() != columns.size()) {
            throw wrong(
                    load,
                    row.line(),
                    "the line has " + fields(row.fields().size()) + ", and there are " + columns.size() + " columns");
        }
        List<@Nullable String> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String field = row.fields().get(i);
            fields.add(field == null ? null : columns.get(i).form().of(field));
        }
        return new CsvRow(row.line(), fields);
    }

    private List<Load.Column> columns(CsvRow header) {
        List<Load.Column> named = new ArrayList<>();
        for (String field : header.fields()) {
            if (field == null || field.isBlank()) {
                throw wrong(load, header.line(), "the header line leaves a column without a name");
            }
            Load.Column column = column(header.line(), field.strip());
            if (named.stream().anyMatch(it -> style.folding().same(it.name(), column.name()))) {
                throw wrong(load, header.line(), "the header line names the column \"" + column.name() + "\" twice");
            }
            named.add(column);
        }
        if (load.columns().isEmpty()) {
            return named;
        }
        if (load.columns().size() != named.size()) {
            throw wrong(
                    load,
                    header.line(),
                    "the header line has " + fields(named.size()) + ", and the migration names "
                            + load.columns().size() + " columns");
        }
        return load.columns();
    }

    /** A header is treated as a bare name, unless only the exact name exists. */
    private Load.Column column(long line, String field) {
        for (Load.Column known : load.known()) {
            if (style.folding().same(known.name(), Identifier.exact(field))) {
                return known;
            }
        }
        Identifier written = BARE.matcher(field).matches() ? Identifier.bare(field) : Identifier.exact(field);
        for (Load.Column known : load.known()) {
            if (style.folding().same(known.name(), written)) {
                return known;
            }
        }
        if (!load.known().isEmpty() && load.columns().isEmpty()) {
            throw wrong(
                    load,
                    line,
                    "the header line names a column \"" + field + "\", and the columns of " + load.table() + " are "
                            + load.known().stream().map(it -> it.name().text()).collect(Collectors.joining(", ")));
        }
        return new Load.Column(written, "?", TextConversion.AS_IT_IS);
    }

    private <T extends @Nullable Object> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (CsvParseException e) {
            throw wrong(
                    load,
                    reading.line(),
                    PLACE.matcher(String.valueOf(e.getMessage())).replaceAll(""));
        } catch (UncheckedIOException e) {
            throw wrong(load, 0, "cannot read the file: " + e.getMessage());
        }
    }

    private static String fields(int count) {
        return count == 1 ? "1 field" : count + " fields";
    }

    /** @param line 0 where the message tells it, or nobody knows */
    public static DiagnosticException wrong(Load load, long line, String message) {
        String place = load.file().name() + (line > 0 ? ":" + line : "");
        return new DiagnosticException(Diagnostic.error(Code.LOAD_FAILED, load.span(), place + ": " + message));
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            // Everything that was wanted of it has been read.
        }
    }
}
