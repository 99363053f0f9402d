package dev.mig.script;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of a CSV file.
 *
 * @param line where it begins, from 1
 * @param fields null where nothing stands, not even quotes
 */
public record CsvRow(long line, List<@Nullable String> fields) {

    /** Distinguishes nothing from an empty string, which the library's records do not. */
    static final class Reading extends CsvCallbackHandler<CsvRow> {
        private long line;
        private List<@Nullable String> fields = new ArrayList<>();

        /** Where the last record begins, be it whole or not. */
        long line() {
            return line;
        }

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return fields.size();
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber;
            fields = new ArrayList<>();
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            fields.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not read");
        }

        @Override
        protected void setEmpty() {
            fields.add(null);
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(line, fields);
        }
    }
}
