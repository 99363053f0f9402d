package dev.mig.jdbc;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mig.model.Identifier;
import dev.mig.script.SqlStyle;
import dev.mig.script.Statement.Load;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Streams the rows of a file into a table: RFC 4180, the first line names the columns, memory does not grow with it. */
final class RowLoader {
    private static final int BATCH = 1000;
    /** The library tells the line in its own way. */
    private static final Pattern PLACE = Pattern.compile("\\s*\\(record starting at line \\d+\\)");

    private static final Pattern BARE = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_$]*");

    private final Connection connection;
    private final SqlStyle style;
    private final Sending sending;

    RowLoader(Connection connection, SqlStyle style, Sending sending) {
        this.connection = connection;
        this.style = style;
        this.sending = sending;
    }

    /** How many rows the file has. */
    long load(Load load, LongConsumer progress) throws SQLException {
        CsvRow.Reading reading = new CsvRow.Reading();
        try (QuoteWatch text = new QuoteWatch(load.file().open());
                CsvReader<CsvRow> records = CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(reading, text)) {
            Iterator<CsvRow> rows = records.iterator();
            if (!rows.hasNext()) {
                throw wrong(load, 1, "the file is empty: its first line names the columns");
            }
            return send(load, columns(load, rows.next()), new Whole(load, text, rows), progress);
        } catch (CsvParseException e) {
            throw wrong(
                    load,
                    reading.line(),
                    PLACE.matcher(String.valueOf(e.getMessage())).replaceAll(""));
        } catch (IOException e) {
            throw wrong(load, 0, "cannot read the file: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw wrong(load, 0, "cannot read the file: " + e.getMessage());
        }
    }

    /** The rows, unless the last of them ends with the file in the middle of a field. */
    private record Whole(Load load, QuoteWatch text, Iterator<CsvRow> rows) implements Iterator<CsvRow> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public CsvRow next() {
            CsvRow row = rows.next();
            if (!rows.hasNext() && text.isOpen()) {
                throw wrong(load, row.line(), "a quote opens a field here that the file never closes");
            }
            return row;
        }
    }

    private long send(Load load, List<Load.Column> columns, Iterator<CsvRow> rows, LongConsumer progress)
            throws SQLException {
        String names = style.quoted(columns.stream().map(Load.Column::name).toList());
        String marks = columns.stream().map(Load.Column::placeholder).collect(Collectors.joining(", "));
        String sql = "insert into " + load.table() + " (" + names + ") values (" + marks + ")";
        long sent = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            List<Long> lines = new ArrayList<>();
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                boolean blank = row.fields().size() == 1 && row.fields().getFirst() == null;
                if (blank && columns.size() > 1) {
                    continue;
                }
                bind(load, insert, columns, row);
                lines.add(row.line());
                if (lines.size() == BATCH || !rows.hasNext()) {
                    flush(load, insert, lines);
                    sent += lines.size();
                    lines.clear();
                    progress.accept(sent);
                }
            }
            if (!lines.isEmpty()) {
                flush(load, insert, lines);
                sent += lines.size();
            }
        }
        return sent;
    }

    private static void bind(Load load, PreparedStatement insert, List<Load.Column> columns, CsvRow row)
            throws SQLException {
        if (row.fields().size() != columns.size()) {
            throw wrong(
                    load,
                    row.line(),
                    "the line has " + fields(row.fields().size()) + ", and there are " + columns.size() + " columns");
        }
        for (int i = 0; i < columns.size(); i++) {
            String field = row.fields().get(i);
            if (field == null) {
                insert.setNull(i + 1, Types.NULL);
            } else {
                insert.setString(i + 1, field);
            }
        }
        insert.addBatch();
    }

    private void flush(Load load, PreparedStatement insert, List<Long> lines) throws SQLException {
        try {
            sending.during(insert, insert::executeLargeBatch);
        } catch (BatchUpdateException e) {
            if (sending.isCancelled()) {
                throw e;
            }
            long line = lines.get(firstFailed(e.getLargeUpdateCounts(), lines.size()));
            SQLException cause = e.getNextException() == null ? e : e.getNextException();
            DiagnosticException wrong =
                    wrong(load, line, DatabaseWords.of(cause) + " (SQLSTATE " + cause.getSQLState() + ")");
            wrong.initCause(e);
            throw wrong;
        }
    }

    /** A driver stops at the failing row, or goes on and marks it. */
    private static int firstFailed(long[] counts, int size) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == java.sql.Statement.EXECUTE_FAILED) {
                return i;
            }
        }
        return Math.min(counts.length, size - 1);
    }

    private List<Load.Column> columns(Load load, CsvRow header) {
        List<Load.Column> named = new ArrayList<>();
        for (String field : header.fields()) {
            if (field == null || field.isBlank()) {
                throw wrong(load, header.line(), "the header line leaves a column without a name");
            }
            Load.Column column = column(load, header.line(), field.strip());
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

    /** A header means what a bare name means, unless only the exact name is one. */
    private Load.Column column(Load load, long line, String field) {
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
        return new Load.Column(written, "?");
    }

    private static String fields(int count) {
        return count == 1 ? "1 field" : count + " fields";
    }

    /** @param line 0 where the message tells it, or nobody knows */
    private static DiagnosticException wrong(Load load, long line, String message) {
        String place = load.file().name() + (line > 0 ? ":" + line : "");
        return new DiagnosticException(Diagnostic.error(Code.LOAD_FAILED, load.span(), place + ": " + message));
    }
}
