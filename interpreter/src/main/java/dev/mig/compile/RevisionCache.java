package dev.mig.compile;

import dev.mig.revision.Revision;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.syntax.Parsed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Caches the texts and bodies of revisions, and reads several in parallel. */
final class RevisionCache {
    /** Below this number, parallelism costs more than it saves. */
    private static final int FEW = 16;

    private final RevisionFiles files;
    private final List<RevisionFormat> formats;
    private final Map<String, Source> texts;
    private final Map<String, Parsed<? extends RevisionBody>> bodies = new ConcurrentHashMap<>();

    /** @param revisions the maximum number */
    RevisionCache(RevisionFiles files, List<RevisionFormat> formats, int revisions) {
        this.files = files;
        this.formats = List.copyOf(formats);
        this.texts = new ConcurrentHashMap<>(revisions);
    }

    /** Reads these in parallel; afterwards {@link #body} is cheap. */
    void read(Collection<Revision> revisions) {
        spread(revisions).forEach(this::body);
    }

    Parsed<? extends RevisionBody> body(Revision revision) {
        return bodies.computeIfAbsent(revision.id(), it -> readBody(revision));
    }

    private Parsed<? extends RevisionBody> readBody(Revision revision) {
        try {
            Source source = text(revision);
            return format(source)
                    .<Parsed<? extends RevisionBody>>map(it -> it.read(source))
                    .orElseGet(() -> new Parsed<RevisionBody>(
                            null,
                            List.of(Diagnostic.error(
                                    Code.FORMAT_NOT_RUN,
                                    revision.header().id().span(),
                                    "this build reads no more than the header of \"" + source.name() + "\"",
                                    "write the revision as a .mig file"))));
        } catch (DiagnosticException e) {
            return new Parsed<RevisionBody>(null, e.diagnostics());
        }
    }

    /** The revisions whose text may be relevant to the words. */
    List<Revision> mattering(Collection<Revision> revisions, WordSearch words) {
        return spread(revisions).filter(it -> matters(it, words)).toList();
    }

    private boolean matters(Revision revision, WordSearch words) {
        try {
            Optional<WordSet> known = files.words(revision.id());
            if (known.isPresent() && !words.mayBeIn(known.get())) {
                return false;
            }
            Source source = text(revision);
            return format(source)
                    .flatMap(it -> it.naming(source))
                    .map(words::matter)
                    .orElse(true);
        } catch (DiagnosticException e) {
            return true;
        }
    }

    private Source text(Revision revision) {
        return texts.computeIfAbsent(revision.id(), files::text);
    }

    private Optional<RevisionFormat> format(Source source) {
        String name = source.name();
        for (RevisionFormat format : formats) {
            if (format.reads(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static Stream<Revision> spread(Collection<Revision> revisions) {
        return revisions.size() < FEW ? revisions.stream() : revisions.parallelStream();
    }
}
