package dev.mig.script;

import dev.mig.compile.Compilation;
import dev.mig.compile.HistoryCompiler;
import dev.mig.compile.MigFormat;
import dev.mig.compile.RevisionFiles;
import dev.mig.compile.RevisionFormat;
import dev.mig.compile.SqlFormat;
import dev.mig.compile.Target;
import dev.mig.js.JsFormat;
import dev.mig.js.Limits;
import dev.mig.js.ScriptCache;
import dev.mig.model.Database;
import dev.mig.model.RowFile;
import dev.mig.model.SchemaModel;
import dev.mig.revision.Applied;
import dev.mig.revision.Plan;
import dev.mig.revision.Planner;
import dev.mig.revision.RevisionGraph;
import dev.mig.revision.Stamp;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Header;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Revisions in the {@code .mig} language held in memory, each revising the one before unless its text has a header. */
public final class Revisions {
    private final Map<String, Source> texts = new LinkedHashMap<>();
    private final Map<String, String> rowFiles = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private Transactions transactions = Transactions.PER_REVISION;
    private String last = "";

    public static Revisions none() {
        return new Revisions();
    }

    /** A case of the golden files, on top of what stands before it, with the files and variables that cases use. */
    public static Revisions golden(Path mig) throws IOException {
        Revisions revisions = none().rows("people.csv", "id,name\n1,Ada\n")
                .rows("functions.sql", "create alias twice for 'java.lang.Math.abs(int)';");
        revisions.variables.putAll(Map.of("tenant", "main", "suffix", "_eu"));
        String name = mig.getFileName().toString();
        Path before = mig.resolveSibling(name.replace(".mig", ".before.mig"));
        if (Files.exists(before)) {
            revisions.whole("before", new Source(before.getFileName().toString(), Files.readString(before)));
        }
        return revisions.whole("case", new Source(name, Files.readString(mig)));
    }

    /** What follows is compiled for runs that are one transaction. */
    public Revisions together() {
        transactions = Transactions.ALL;
        return this;
    }

    /** A whole project of the examples, in the order of its files, with everything that lies beside them. */
    public static Revisions example(Path project) throws IOException {
        Revisions revisions = none().with("currency", "EUR");
        Path migrations = project.resolve("migrations");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = migrations.relativize(file).toString().replace('\\', '/');
                Source source = new Source(name, Files.readString(file));
                Header header = header(source).tree();
                // What has no header lies beside the revisions: rows, SQL, modules.
                if (header == null) {
                    revisions.rows(name, source.text());
                } else {
                    revisions.whole(header.id().text(), source);
                }
            }
        }
        return revisions;
    }

    private static Parsed<Header> header(Source source) {
        HeaderReader.Style style = source.name().endsWith(".js")
                ? HeaderReader.Style.JAVASCRIPT
                : source.name().endsWith(".sql") ? HeaderReader.Style.SQL : HeaderReader.Style.MIG;
        return HeaderReader.read(source, style);
    }

    private List<RevisionFormat> formats() {
        return List.of(new MigFormat(), new SqlFormat(), new JsFormat(new Held(), Limits.STANDARD, ScriptCache.NONE));
    }

    /** The row of the version table before a revision is applied. */
    public List<String> below(String id) {
        return Objects.requireNonNull(
                        header(Objects.requireNonNull(texts.get(id))).tree())
                .revises()
                .stream()
                .map(it -> it.text())
                .toList();
    }

    /** @param body everything below the header lines {@code revision} and {@code revises} */
    public Revisions add(String id, String body) {
        String header = "revision " + id + "\n" + (last.isEmpty() ? "" : "revises " + last + "\n");
        texts.put(id, new Source(id + ".mig", header + body));
        last = id;
        return this;
    }

    /** Takes the newest one out again. */
    public void remove(String id) {
        texts.remove(id);
        last = texts.isEmpty() ? "" : List.copyOf(texts.keySet()).getLast();
    }

    public Revisions whole(String id, Source text) {
        texts.put(id, text);
        last = id;
        return this;
    }

    /** Puts another body in the place of one that is there. */
    public Revisions edit(String id, String body) {
        String text = Objects.requireNonNull(texts.get(id)).text();
        int start = text.indexOf('\n') + 1;
        int header = text.startsWith("revises", start) ? text.indexOf('\n', start) + 1 : start;
        texts.put(id, new Source(id + ".mig", text.substring(0, header) + body));
        return this;
    }

    /** Gives a variable its value. */
    public Revisions with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public Revisions rows(String name, String csv) {
        rowFiles.put(name, csv);
        return this;
    }

    public Script upgrade(Collection<String> rows, String target, Dialect dialect) {
        RevisionGraph graph = graph();
        return compile(
                graph,
                Planner.upgrade(graph, Applied.of(graph, rows), List.of(dev.mig.revision.Target.parse(target))),
                dialect);
    }

    public Script downgrade(Collection<String> rows, String target, Dialect dialect) {
        RevisionGraph graph = graph();
        return compile(
                graph,
                Planner.downgrade(graph, Applied.of(graph, rows), dev.mig.revision.Target.parse(target)),
                dialect);
    }

    public Stamp stamp(Collection<String> rows, String target) {
        RevisionGraph graph = graph();
        return Planner.stamp(graph, Applied.of(graph, rows), List.of(dev.mig.revision.Target.parse(target)));
    }

    public String text(String id) {
        return Objects.requireNonNull(texts.get(id)).text();
    }

    private RevisionGraph graph() {
        return RevisionGraph.of(texts.values().stream()
                .map(it -> Objects.requireNonNull(header(it).tree()))
                .toList());
    }

    /** The schema as replaying tells it. */
    public SchemaModel schemaAfter(Collection<String> ids, Dialect dialect) {
        return new HistoryCompiler(graph(), new Held(), formats())
                .schemaAfter(ids, new Target(dialect.style().database(), variables));
    }

    private Script compile(RevisionGraph graph, Plan plan, Dialect dialect) {
        HistoryCompiler compiler = new HistoryCompiler(graph, new Held(), formats());
        Compilation compilation = compiler.compile(
                        plan.revisions().stream().map(it -> it.id()).toList(),
                        new Target(dialect.style().database(), variables))
                .orThrow();
        return new ScriptCompiler(dialect, transactions).compile(plan, it -> compilation.revision(it.id()));
    }

    public static Dialect dialect(Database database) {
        return Dialect.of(database).orElseThrow();
    }

    private final class Held implements RevisionFiles {
        @Override
        public Source text(String id) {
            return Objects.requireNonNull(texts.get(id), id);
        }

        @Override
        public Source script(String id, String path, Span place) {
            return new Source(path, Objects.requireNonNull(rowFiles.get(path), path));
        }

        @Override
        public RowFile rows(String id, String path, Span place) {
            String text = Objects.requireNonNull(rowFiles.get(path), path);
            return new RowFile() {
                @Override
                public String name() {
                    return path;
                }

                @Override
                public Reader open() {
                    return new StringReader(text);
                }
            };
        }
    }
}
