package dev.mig.files;

import dev.mig.model.RowFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of rows, opened on demand: UTF-8; malformed bytes are an error. */
record RowsOnDisk(Path path, String name) implements RowFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public Reader open() throws IOException {
        BufferedReader reader = Files.newBufferedReader(path);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
