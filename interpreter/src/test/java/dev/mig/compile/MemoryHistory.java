package dev.mig.compile;

import dev.mig.js.JsFormat;
import dev.mig.js.Limits;
import dev.mig.js.ScriptCache;
import dev.mig.model.RowFile;
import dev.mig.revision.RevisionGraph;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Header;
import java.io.Reader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A history without a disk: revisions by id, and files beside them by name. */
public final class MemoryHistory implements RevisionFiles {
    private final Map<String, Source> texts = new LinkedHashMap<>();
    private final Map<String, Header> headers = new LinkedHashMap<>();
    private final RevisionFormat format = new ReadOnce();
    private final Map<String, String> beside = new LinkedHashMap<>();
    private ScriptCache scriptCache = ScriptCache.NONE;

    public MemoryHistory with(Source source) {
        HeaderReader.Style style = source.name().endsWith(".sql")
                ? HeaderReader.Style.SQL
                : source.name().endsWith(".js") ? HeaderReader.Style.JAVASCRIPT : HeaderReader.Style.MIG;
        Header header = HeaderReader.read(source, style).orThrow();
        texts.put(header.id().text(), source);
        headers.put(header.id().text(), header);
        return this;
    }

    /** A revision on top of others, of which only the statements are given; the way back is derived. */
    public MemoryHistory with(String id, List<String> parents, String upgrade) {
        return with(id, parents, upgrade, "downgrade auto");
    }

    public MemoryHistory with(String id, List<String> parents, String upgrade, String downgrade) {
        String revises = parents.isEmpty() ? "" : "revises " + String.join(", ", parents) + "\n";
        return with(new Source(
                id + ".mig", "revision " + id + "\n" + revises + "upgrade {\n" + upgrade + "\n}\n" + downgrade + "\n"));
    }

    public MemoryHistory remembering(ScriptCache kept) {
        scriptCache = kept;
        return this;
    }

    public MemoryHistory withFile(String name, String text) {
        beside.put(name, text);
        return this;
    }

    public RevisionGraph graph() {
        return RevisionGraph.of(headers.values());
    }

    public HistoryCompiler compiler() {
        return new HistoryCompiler(
                graph(), this, List.of(format, new SqlFormat(), new JsFormat(this, Limits.STANDARD, scriptCache)));
    }

    public Set<String> ids() {
        return headers.keySet();
    }

    @Override
    public Optional<WordSet> words(String id) {
        Source text = text(id);
        boolean names = text.name().endsWith(".mig") || text.name().endsWith(".sql");
        return names ? Optional.of(WordSet.of(text.text())) : Optional.empty();
    }

    @Override
    public Source text(String id) {
        Source source = texts.get(id);
        if (source == null) {
            throw new IllegalArgumentException(id);
        }
        return source;
    }

    @Override
    public Source script(String id, String path, Span place) {
        return new Source(path, file(path, place));
    }

    @Override
    public RowFile rows(String id, String path, Span place) {
        String text = file(path, place);
        return new RowFile() {
            @Override
            public String name() {
                return path;
            }

            @Override
            public Reader open() {
                return new StringReader(text);
            }

            @Override
            public String toString() {
                return path;
            }
        };
    }

    private String file(String path, Span place) {
        String text = beside.get(path);
        if (text == null) {
            throw new DiagnosticException(
                    Diagnostic.error(Code.SIDE_FILE_MISSING, place, "there is no file \"" + path + "\""));
        }
        return text;
    }

    /** Compilers come and go in a test; the texts stay. */
    private static final class ReadOnce implements RevisionFormat {
        private final MigFormat mig = new MigFormat();
        private final Map<Source, Parsed<? extends RevisionBody>> read = new ConcurrentHashMap<>();

        @Override
        public boolean reads(String fileName) {
            return mig.reads(fileName);
        }

        @Override
        public Optional<String> naming(Source source) {
            return mig.naming(source);
        }

        @Override
        public Parsed<? extends RevisionBody> read(Source source) {
            return read.computeIfAbsent(source, mig::read);
        }
    }
}
