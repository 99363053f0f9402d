package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * A JavaScript module with its imports. Every run starts afresh: no run sees what another left behind.
 *
 * @param modules what it imports, by path relative to its folder
 */
record Script(Source source, Map<String, Source> modules, Limits limits) {
    /** Appended to the author's text, so that positions in it do not change. */
    private static final String END_NAME = "$readToItsEnd";

    private static final String END = "\n;export const " + END_NAME + " = true\n";
    private static final String MODULE = "application/javascript+module";

    Script {
        modules = Map.copyOf(modules);
    }

    /** Everything that its meaning depends on, as one text. */
    String whole() {
        StringBuilder whole = new StringBuilder(source.text());
        new TreeMap<>(modules)
                .forEach((path, module) ->
                        whole.append("\0").append(path).append('\0').append(module.text()));
        return whole.toString();
    }

    /** A direction of a revision, by the name of the function that goes it. */
    enum Way {
        UPGRADE,
        DOWNGRADE;

        String function() {
            return this == UPGRADE ? "upgrade" : "downgrade";
        }
    }

    /**
     * What a direction asks for.
     *
     * @param wayBack what the module exports as its downgrade
     */
    record Reading(List<Recorded> recorded, WayBack wayBack) {}

    sealed interface WayBack {}

    record Function() implements WayBack {}

    record Auto() implements WayBack {}

    record None(@Nullable String reason, Span span) implements WayBack {}

    /** Records what a direction requests; throws a diagnostic if it cannot be read. */
    Reading read(Way way) {
        try {
            return ScriptThread.run(
                    limits.cpuTime(), () -> Sandbox.reading(limits.cpuTime(), modules), context -> read(way, context));
        } catch (RuntimeException | Error e) {
            throw new DiagnosticException(failure("cpu_time", limits.cpuTime()).of(e));
        }
    }

    ScriptFailure failure(String setting, java.time.Duration cpuTime) {
        return new ScriptFailure(names(), source, cpuTime, setting);
    }

    private Reading read(Way way, Context context) {
        Value exports = exports(context);
        requireNothingMisspelled(exports);
        WayBack wayBack = wayBack(exports);
        if (way == Way.DOWNGRADE && !(wayBack instanceof Function)) {
            return new Reading(List.of(), wayBack);
        }
        Recorder recorder = new Recorder(site(context));
        call(exports, way, recorder);
        return new Reading(recorder.finish(), wayBack);
    }

    /** Executes the script again, and returns the functions passed to {@code op.run}. */
    Recorder recorder(Way way, Context context) {
        Recorder recorder = new Recorder(site(context));
        call(exports(context), way, recorder);
        recorder.finish();
        return recorder;
    }

    CallSite site(Context context) {
        return new CallSite(context.eval("js", "() => { throw 0 }"), names());
    }

    Value exports(Context context) {
        Value exports = eval(context, source.text() + END);
        if (!isRead(exports)) {
            throw pending("the module");
        }
        return exports;
    }

    /** What the text comes to that is no module. */
    Value evaluated(Context context) {
        return context.eval(org.graalvm.polyglot.Source.newBuilder("js", source.text(), fileName())
                .buildLiteral());
    }

    private Value eval(Context context, String text) {
        try {
            return context.eval(org.graalvm.polyglot.Source.newBuilder("js", text, fileName())
                    .mimeType(MODULE)
                    .buildLiteral());
        } catch (PolyglotException thrown) {
            if (thrown.isSyntaxError() && text.endsWith(END)) {
                // Unclosed delimiters are reported in terms of the author's own text.
                eval(context, text.substring(0, text.length() - END.length()));
            }
            throw thrown;
        }
    }

    /** A module that awaits something is returned before it has finished. */
    private static boolean isRead(Value exports) {
        try {
            Value end = exports.getMember(END_NAME);
            return end != null && end.isBoolean();
        } catch (PolyglotException notYetThere) {
            return false;
        }
    }

    private ScriptError pending(String what) {
        return new ScriptError(Diagnostic.error(
                Code.SCRIPT_PENDING,
                source.span(0, 0),
                what + " waits for a promise that nothing in the script can settle",
                "neither async nor await is needed: what a script calls is done when the call returns"));
    }

    private void call(Value exports, Way way, Recorder recorder) {
        Value function = exports.getMember(way.function());
        if (function == null || !function.canExecute()) {
            throw new ScriptError(Diagnostic.error(
                    Code.SCRIPT_EXPORTS,
                    way == Way.UPGRADE && function == null ? end() : export(way),
                    way == Way.UPGRADE && function == null
                            ? "the script exports no upgrade"
                            : way.function() + " is " + ValueKinds.of(function) + ", and not a function",
                    "export function " + way.function() + "(op) { … }"));
        }
        requireRunning(function, export(way), way.function());
        settled(function.execute(recorder.op()), way.function());
    }

    /** A generator function does nothing until it is iterated. */
    static void requireRunning(Value function, Span place, String what) {
        if (ValueKinds.isGenerator(function)) {
            throw new ScriptError(Diagnostic.error(
                    Code.SCRIPT_CALL,
                    place,
                    what + " is a generator, and nothing in it would run",
                    "leave out the * before its name"));
        }
    }

    /** An exported downgrade that is never called is a missing downgrade. */
    private void requireNothingMisspelled(Value exports) {
        List<String> known = List.of(Way.UPGRADE.function(), Way.DOWNGRADE.function());
        for (String name : exports.getMemberKeys()) {
            Optional<String> meant = Suggestions.nearest(name, known).filter(it -> name.length() <= it.length() + 1);
            if (!known.contains(name)
                    && meant.filter(it -> !exports.hasMember(it)).isPresent()) {
                throw new ScriptError(Diagnostic.error(
                        Code.SCRIPT_EXPORTS,
                        export(name),
                        "nothing calls \"" + name + "\"",
                        "did you mean \"" + meant.get() + "\"?"));
            }
        }
    }

    /** The result of a promise; any other value is returned as is. */
    Value settled(Value result, String what) {
        if (!result.hasMembers() || result.isHostObject() || result.isProxyObject() || !isPromise(result)) {
            return result;
        }
        if (!result.canInvokeMember("then")) {
            throw pending(what);
        }
        AtomicReference<@Nullable Value> value = new AtomicReference<>();
        AtomicReference<@Nullable Value> reason = new AtomicReference<>();
        ProxyExecutable fulfilled = arguments -> {
            value.set(arguments[0]);
            return null;
        };
        ProxyExecutable rejected = arguments -> {
            reason.set(arguments[0]);
            return null;
        };
        result.invokeMember("then", fulfilled, rejected);
        Value rejection = reason.get();
        if (rejection != null) {
            if (rejection.isException()) {
                throw rejection.throwException();
            }
            throw new ScriptError(Diagnostic.error(
                    Code.SCRIPT_FAILED, source.span(0, 0), "a promise of " + what + " was rejected: " + rejection));
        }
        Value settled = value.get();
        if (settled == null) {
            throw pending(what);
        }
        return settled;
    }

    private static boolean isPromise(Value result) {
        Value meta = result.getMetaObject();
        return meta != null && meta.isMetaObject() && meta.getMetaSimpleName().equals("Promise");
    }

    private WayBack wayBack(Value exports) {
        Value downgrade = exports.getMember("downgrade");
        if (downgrade == null || downgrade.isNull()) {
            return new None(null, end());
        }
        if (downgrade.canExecute()) {
            return new Function();
        }
        if (downgrade.isString() && downgrade.asString().equals("auto")) {
            return new Auto();
        }
        if (downgrade.isString() && downgrade.asString().equals("none")) {
            return new None(null, export(Way.DOWNGRADE));
        }
        Value reason = ValueKinds.isPlain(downgrade) ? downgrade.getMember("none") : null;
        if (reason != null && reason.isString()) {
            return new None(reason.asString(), export(Way.DOWNGRADE));
        }
        throw new ScriptError(Diagnostic.error(
                Code.SCRIPT_EXPORTS,
                export(Way.DOWNGRADE),
                "downgrade is " + ValueKinds.of(downgrade),
                "export function downgrade(op) { … }",
                "export const downgrade = 'auto', or 'none', or { none: 'why' }"));
    }

    private Span export(Way way) {
        return export(way.function());
    }

    /** Where the module exports a name; its end where that cannot be found. */
    Span export(String name) {
        Matcher matcher = Pattern.compile("\\bexport\\b[^\\n]*?\\b" + Pattern.quote(name) + "\\b")
                .matcher(source.text());
        return matcher.find() ? source.span(matcher.start(), matcher.end()) : end();
    }

    /** Where a word stands first in the module. */
    Span word(String word) {
        Matcher matcher = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                .matcher(source.text());
        return matcher.find() ? source.span(matcher.start(), matcher.end()) : end();
    }

    private Span end() {
        int end = source.text().stripTrailing().length();
        return source.span(end, end);
    }

    /** Imports are looked for beside the file, so that the engine must not know more of its name than the last part. */
    private String fileName() {
        return source.name().substring(source.name().lastIndexOf('/') + 1);
    }

    /** The author's texts by the names that the engine gives them. */
    private Map<String, Source> names() {
        Map<String, Source> names = new HashMap<>(modules);
        names.put(fileName(), source);
        return names;
    }
}
