package dev.mig.js;

import dev.mig.compile.CompilationUnit;
import dev.mig.compile.RevisionBody;
import dev.mig.compile.RevisionFiles;
import dev.mig.compile.RevisionFormat;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.HeaderReader;
import dev.mig.syntax.Parsed;
import dev.mig.syntax.tree.Header;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Revisions in JavaScript. Reading one runs it, in a context of its own for each direction, with an {@code op} that
 * records the calls.
 */
public final class JsFormat implements RevisionFormat {
    private final RevisionFiles files;
    private final Limits limits;
    private final ScriptCache scriptCache;

    /** @param files where the modules are that revisions import */
    public JsFormat(RevisionFiles files, Limits limits, ScriptCache scriptCache) {
        this.files = files;
        this.limits = limits;
        this.scriptCache = scriptCache;
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.regionMatches(true, fileName.length() - 3, ".js", 0, 3);
    }

    /**
     * A script may concatenate names, or import modules that know them, so only what it once produced can be
     * searched.
     */
    @Override
    public Optional<String> naming(Source source) {
        Header header = HeaderReader.read(source, HeaderReader.Style.JAVASCRIPT).tree();
        return header == null
                ? Optional.empty()
                : scriptCache.said(script(source, header).whole());
    }

    private Script script(Source source, Header header) {
        return new Script(
                source,
                Imports.of(source, (path, place) -> files.script(header.id().text(), path, place)),
                limits);
    }

    @Override
    public Parsed<? extends RevisionBody> read(Source source) {
        Parsed<Header> parsed = HeaderReader.read(source, HeaderReader.Style.JAVASCRIPT);
        Header header = parsed.tree();
        if (header == null) {
            return new Parsed<RevisionBody>(null, parsed.diagnostics());
        }
        try {
            Script script = script(source, header);
            Script.Reading upgrade = script.read(Script.Way.UPGRADE);
            scriptCache.keep(script.whole(), Recorded.text(upgrade.recorded()));
            return new Parsed<>(new Body(header, script, upgrade), parsed.diagnostics());
        } catch (DiagnosticException e) {
            return new Parsed<RevisionBody>(null, e.diagnostics());
        }
    }

    /** The downgrade is read on demand; for most ancestors it is not needed. */
    private static final class Body implements RevisionBody {
        private final Header header;
        private final Script script;
        private final Script.Reading upgrade;
        private final ConcurrentHashMap<Script.Way, Parsed<List<Recorded>>> read = new ConcurrentHashMap<>();

        Body(Header header, Script script, Script.Reading upgrade) {
            this.header = header;
            this.script = script;
            this.upgrade = upgrade;
        }

        @Override
        public Header header() {
            return header;
        }

        @Override
        public void upgrade(CompilationUnit unit) {
            add(upgrade.recorded(), Script.Way.UPGRADE, unit);
        }

        @Override
        public Way way(CompilationUnit unit) {
            return switch (upgrade.wayBack()) {
                case Script.Function it -> new Written();
                case Script.Auto it -> new Derived();
                case Script.None(var reason, var span) -> new None(reason, span);
            };
        }

        @Override
        public void downgrade(CompilationUnit unit) {
            if (upgrade.wayBack() instanceof Script.Function) {
                Parsed<List<Recorded>> parsed = read.computeIfAbsent(Script.Way.DOWNGRADE, this::read);
                parsed.diagnostics().forEach(unit::report);
                List<Recorded> recorded = parsed.tree();
                add(recorded == null ? List.of() : recorded, Script.Way.DOWNGRADE, unit);
            }
        }

        private Parsed<List<Recorded>> read(Script.Way way) {
            try {
                return new Parsed<>(script.read(way).recorded(), List.of());
            } catch (DiagnosticException e) {
                List<Diagnostic> problems = e.diagnostics();
                return new Parsed<>(null, problems);
            }
        }

        private void add(List<Recorded> recorded, Script.Way way, CompilationUnit unit) {
            for (Recorded each : recorded) {
                switch (each) {
                    case Recorded.Said(var statement) -> unit.add(statement);
                    case Recorded.On it -> {
                        List<Recorded> chosen = unit.isFor(it.databases()) ? it.then() : it.otherwise();
                        add(chosen == null ? List.of() : chosen, way, unit);
                    }
                    case Recorded.Outside it ->
                        unit.draft().outsideTransaction(it.span(), () -> add(it.inside(), way, unit));
                    case Recorded.Work it ->
                        unit.addWork(new ScriptWork(script, way, it.place(), it.span()), it.reversal(), it.span());
                }
            }
        }
    }
}
