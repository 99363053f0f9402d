package dev.mig.js;

import dev.mig.source.Source;
import dev.mig.source.Span;
import java.nio.file.Path;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** Finds the position of the current call in the script: the innermost call in a text that the author wrote. */
final class CallSite {
    private final Value thrower;
    private final Map<String, Source> sources;

    /**
     * @param thrower a function of the script's own context that throws
     * @param sources the author's texts, by the names that the engine knows them by
     */
    CallSite(Value thrower, Map<String, Source> sources) {
        this.thrower = thrower;
        this.sources = Map.copyOf(sources);
    }

    Place of(String method, boolean chained) {
        try {
            thrower.executeVoid();
            return Place.NONE;
        } catch (PolyglotException here) {
            if (!here.isGuestException() || here.isCancelled()) {
                throw here;
            }
            Span call = innermost(here, sources);
            return call.isNone() ? Place.NONE : Place.of(call, method, chained);
        }
    }

    /** The innermost position in the author's texts that an exception passed through. */
    static Span innermost(PolyglotException thrown, Map<String, Source> sources) {
        for (StackFrame frame : thrown.getPolyglotStackTrace()) {
            Span span = frame.isGuestFrame() ? span(frame.getSourceLocation(), sources) : Span.none();
            if (!span.isNone()) {
                return span;
            }
        }
        return Span.none();
    }

    static Span span(SourceSection section, Map<String, Source> sources) {
        if (section == null || !section.isAvailable() || !section.hasCharIndex()) {
            return Span.none();
        }
        String path = section.getSource().getPath();
        Source source = sources.get(path == null ? section.getSource().getName() : ModuleFiles.relative(Path.of(path)));
        if (source == null) {
            return Span.none();
        }
        int length = source.text().length();
        int start = Math.min(section.getCharIndex(), length);
        return source.span(start, Math.max(start, Math.min(section.getCharEndIndex(), length)));
    }
}
