package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;

/**
 * The diagnostics for failing scripts.
 *
 * @param sources the author's texts, by the names that the engine knows them by
 * @param script the text that was run
 * @param setting what the limit on its time is called in the configuration
 */
record ScriptFailure(Map<String, Source> sources, Source script, Duration cpuTime, String setting) {
    private static final String DATABASE_ERROR = "DatabaseError: ";

    private static final Pattern MISSING_MODULE = Pattern.compile("Cannot find module '([^']*)'");

    private static final Pattern COMMON_JS =
            Pattern.compile("ReferenceError: (?:module|exports|require) is not defined");

    /** More of an error message is not shown. */
    private static final int MOST = 2000;

    /** The engine repeats the place: {@code SyntaxError: a.js:2:10 Expected …}. */
    private static final Pattern PLACE = Pattern.compile("^(SyntaxError): \\S+:\\d+:\\d+ ");

    Diagnostic of(Throwable failure) {
        return switch (failure) {
            case ScriptError wrong -> wrong.diagnostic();
            case ScriptThread.GivenUp it -> limit(script.span(0, 0), "processor time");
            case PolyglotException thrown -> of(thrown);
            case OutOfMemoryError it -> limit(script.span(0, 0), "memory");
            case StackOverflowError it -> limit(script.span(0, 0), "stack");
            case RuntimeException it -> throw it;
            case Error it -> throw it;
            default -> throw new IllegalStateException(failure);
        };
    }

    /** The same while a revision runs: an error of the script then leaves a statement undone. */
    Diagnostic inARun(Throwable failure) {
        Diagnostic told = of(failure);
        if (told.code() != Code.SCRIPT_FAILED) {
            return told;
        }
        boolean refused = told.message().startsWith(DATABASE_ERROR);
        return new Diagnostic(
                refused ? Code.STATEMENT_FAILED : Code.WORK_FAILED,
                told.severity(),
                refused
                        ? "the database refused this: " + told.message().substring(DATABASE_ERROR.length())
                        : told.message(),
                told.span(),
                told.related(),
                told.hints());
    }

    private Diagnostic of(PolyglotException thrown) {
        Span place = place(thrown);
        if (thrown.isHostException() && thrown.asHostException() instanceof ScriptError wrong) {
            return wrong.diagnostic();
        }
        if (thrown.isResourceExhausted() || thrown.isCancelled() || thrown.isInterrupted()) {
            return limit(place, resource(thrown));
        }
        if (thrown.isHostException() || thrown.isInternalError()) {
            throw thrown;
        }
        String message = firstLine(thrown);
        if (thrown.isSyntaxError()) {
            return Diagnostic.error(
                    Code.SCRIPT_SYNTAX, place, PLACE.matcher(message).replaceFirst("$1: "));
        }
        if (message.contains("Maximum call stack size")) {
            return limit(place, "stack");
        }
        Matcher missing = MISSING_MODULE.matcher(message);
        if (missing.find()) {
            return Diagnostic.error(
                    Code.SCRIPT_FAILED,
                    written(missing.group(1), place),
                    "there is no module \"" + missing.group(1) + "\" for scripts",
                    "what can be imported are files beside the revision, or in folders there: import { money } from"
                            + " './lib/types.js'");
        }
        Diagnostic failed = Diagnostic.error(Code.SCRIPT_FAILED, place, message);
        return COMMON_JS.matcher(message).matches()
                ? failed.withHint("a revision is an ES module: export function upgrade(op) { … }, and import { money }"
                        + " from './lib/types.js'")
                : failed;
    }

    /** Where a module is named; the engine does not say. */
    private Span written(String module, Span otherwise) {
        String last = module.substring(module.lastIndexOf('/') + 1);
        Matcher named = Pattern.compile("(['\"])((?:[^'\"\\n]*/)?" + Pattern.quote(last) + ")\\1")
                .matcher(script.text());
        return named.find() ? script.span(named.start(2), named.end(2)) : otherwise;
    }

    /** The beginning of the script where the engine knows no better. */
    private Span place(PolyglotException thrown) {
        Span section = CallSite.span(thrown.getSourceLocation(), sources);
        Span place = section.isNone() ? CallSite.innermost(thrown, sources) : section;
        return place.isNone() ? script.span(0, 0) : firstLine(place);
    }

    private static Span firstLine(Span span) {
        int end = span.text().indexOf('\n');
        return end < 0 ? span : span.source().span(span.start(), span.start() + end);
    }

    static String firstLine(PolyglotException thrown) {
        String message = thrown.getMessage();
        return message == null
                ? "an error without a message"
                : cut(message.lines().findFirst().orElse("").strip());
    }

    private static String cut(String line) {
        return line.length() > MOST ? line.substring(0, MOST) + " …" : line;
    }

    private static String resource(PolyglotException thrown) {
        String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("stream size")) {
            return "output";
        }
        if (message.contains("heap") || message.contains("memory") || message.contains("array size")) {
            return "memory";
        }
        if (message.contains("frame") || message.contains("stack") || message.contains("depth")) {
            return "stack";
        }
        return message.contains("statement") ? "statements" : "processor time";
    }

    private Diagnostic limit(Span place, String resource) {
        String hint = switch (resource) {
            case "processor time" -> "more time is given by " + setting + " under [javascript] in migrate.toml";
            case "output" -> "what a script prints is shown nowhere: leave it out";
            case "memory" -> "read rows one after the other, and keep only what is needed of them";
            case "statements" -> "write it as SQL, which the database runs by itself";
            default -> "write the recursion as a loop";
        };
        String most = resource.equals("processor time") ? " (" + seconds(cpuTime) + ")" : "";
        return Diagnostic.error(
                Code.SCRIPT_LIMIT, place, "the script takes more " + resource + " than it may" + most, hint);
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
