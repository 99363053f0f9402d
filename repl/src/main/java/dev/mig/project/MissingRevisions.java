package dev.mig.project;

import dev.mig.files.MigrationsFolder;
import dev.mig.jdbc.RevisionSnapshot;
import dev.mig.source.Source;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.tree.Header;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applied revisions whose files are missing, as recorded in the journal.
 *
 * @param headers of those that it remembers
 * @param texts by revision
 */
record MissingRevisions(List<Header> headers, Map<String, Source> texts) {

    /**
     * Looks for the rows that no file has, for the parents that no file has, and for the parents of those.
     *
     * @param rows of the version table
     */
    static MissingRevisions of(
            MigrationsFolder files, Collection<String> rows, Function<String, Optional<RevisionSnapshot>> journal) {
        Set<String> asked = new HashSet<>();
        Deque<String> wanted = new ArrayDeque<>(rows);
        wanted.addAll(files.missing());
        List<Header> headers = new ArrayList<>();
        Map<String, Source> texts = new HashMap<>();
        while (!wanted.isEmpty()) {
            String id = wanted.pop();
            if (files.file(id).isEmpty() && asked.add(id)) {
                journal.apply(id).ifPresent(it -> {
                    Source text = new Source(it.file(), it.text());
                    Header header = HeaderReader.read(text, style(it.file())).tree();
                    if (header != null) {
                        headers.add(header);
                        texts.put(id, text);
                        wanted.addAll(references(header));
                    }
                });
            }
        }
        return new MissingRevisions(headers, texts);
    }

    private static List<String> references(Header header) {
        List<String> ids = new ArrayList<>();
        header.revises().forEach(it -> ids.add(it.text()));
        header.dependsOn().forEach(it -> ids.add(it.text()));
        return ids;
    }

    private static HeaderReader.Style style(String file) {
        return file.endsWith(".js")
                ? HeaderReader.Style.JAVASCRIPT
                : file.endsWith(".sql") ? HeaderReader.Style.SQL : HeaderReader.Style.MIG;
    }
}
