package dev.mig.js;

import dev.mig.connection.ConnectionUrl;
import dev.mig.connection.Secret;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code env.js}: the author's functions, which a command calls with plain data, each in a context of its own, so
 * that nothing is remembered from one call to the next.
 */
public final class EnvScript {
    /** The functions it may export, in order of use. */
    private static final Set<String> HOOKS = Set.of("configure", "include", "beforeRun", "afterStep", "afterRun");

    private static final Set<String> CONFIG = Set.of("url", "user", "password", "vars", "environment", "env");

    private final Script script;
    private final Consumer<String> printer;
    private final List<Secret> secrets = new CopyOnWriteArrayList<>();
    private final List<ConnectionUrl> urls = new CopyOnWriteArrayList<>();
    private final Set<String> exported;

    /**
     * What {@code configure} is given.
     *
     * @param variables the configured ones
     * @param surroundings the environment variables of the process
     */
    public record Given(
            String url,
            @Nullable String user,
            Map<String, String> variables,
            @Nullable String environment,
            Map<String, String> surroundings) {}

    /** What {@code configure} has set; null and empty where it left things as they were. The password is a secret. */
    public record Computed(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            Map<String, String> variables) {
        public Computed {
            variables = Map.copyOf(variables);
        }

        @Override
        public String toString() {
            return "what env.js has computed";
        }
    }

    /**
     * Something that autogenerate comes across.
     *
     * @param kind table, view, sequence, type or object
     */
    public record Thing(String kind, @Nullable String schema, String name) {}

    /**
     * Reads a script, and what it exports.
     *
     * @param printer takes the lines that it prints
     * @throws DiagnosticException if it is wrong
     */
    public EnvScript(Source source, Imports.Texts modules, Limits limits, Consumer<String> printer) {
        this.script = new Script(source, Imports.of(source, modules), limits);
        this.printer = printer;
        this.exported = within((exports, context) -> {
            Set<String> names = new TreeSet<>();
            for (String name : exports.getMemberKeys()) {
                boolean misspelled = !HOOKS.contains(name)
                        && Suggestions.nearest(name, HOOKS).isPresent();
                if (misspelled
                        || (HOOKS.contains(name) && !exports.getMember(name).canExecute())) {
                    throw new ScriptError(Diagnostic.error(
                                    Code.SCRIPT_EXPORTS,
                                    script.export(name),
                                    misspelled
                                            ? "nothing calls \"" + name + "\""
                                            : name + " is " + ValueKinds.of(exports.getMember(name))
                                                    + ", and not a function")
                            .withHint(
                                    misspelled
                                            ? "did you mean \""
                                                    + Suggestions.nearest(name, HOOKS)
                                                            .orElseThrow() + "\"?"
                                            : "export function " + name + "(…) { … }"));
                }
                names.add(name);
            }
            return names;
        });
    }

    /** Whether it exports a function of this name. */
    public boolean has(String hook) {
        return exported.contains(hook);
    }

    public Computed configure(Given given) {
        if (!has("configure")) {
            return new Computed(null, null, null, Map.of());
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("url", given.url());
        data.put("user", given.user());
        data.put("vars", given.variables());
        data.put("environment", given.environment());
        data.put("env", given.surroundings());
        return within((exports, context) -> {
            Value config = plain(context, data);
            try {
                script.settled(exports.getMember("configure").execute(config), "configure");
            } finally {
                noteSecrets(config);
            }
            for (String key : config.getMemberKeys()) {
                if (!CONFIG.contains(key)) {
                    throw wrong(
                            key,
                            "a configuration has no \"" + key + "\"",
                            Suggestions.nearest(key, CONFIG)
                                    .map(it -> "did you mean \"" + it + "\"?")
                                    .orElse("what can be set is url, user, password and vars"));
                }
            }
            String url = text(config, "url");
            String user = text(config, "user");
            return new Computed(
                    given.url().equals(url) ? null : url,
                    user == null || user.equals(given.user()) ? null : user,
                    text(config, "password"),
                    variables(config, given.variables()));
        });
    }

    /** Text declared to be a password is masked from here on, even in the script's own output. */
    private void noteSecrets(Value config) {
        try {
            Value password = config.getMember("password");
            if (password != null && password.isString()) {
                secrets.add(new Secret(password.asString()));
            }
            Value url = config.getMember("url");
            if (url != null && url.isString()) {
                urls.add(new ConnectionUrl(url.asString()));
            }
        } catch (PolyglotException stopped) {
            // It cannot print any more, and has not set a password.
        }
    }

    private String masked(String words) {
        String masked = words;
        for (ConnectionUrl url : urls) {
            masked = masked.replace(url.text(), url.masked());
        }
        for (Secret secret : secrets) {
            masked = secret.struckFrom(masked);
        }
        return masked;
    }

    private Diagnostic masked(Diagnostic told) {
        return new Diagnostic(
                told.code(),
                told.severity(),
                masked(told.message()),
                veiled(told.span()),
                told.related(),
                told.hints());
    }

    /** The line that is shown may hold the password itself; every character stays in its place. */
    private Span veiled(Span span) {
        if (span.isNone()) {
            return span;
        }
        String text = span.source().text();
        for (Secret secret : secrets) {
            String revealed = secret.reveal();
            text = revealed.isEmpty() ? text : text.replace(revealed, "*".repeat(revealed.length()));
        }
        return new Source(span.source().name(), text).span(span.start(), span.end());
    }

    private @Nullable String text(Value config, String key) {
        Value value = config.getMember(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(
                    key, "\"" + key + "\" is a string, and not " + ValueKinds.of(value), "config." + key + " = '…'");
        }
        return value.asString();
    }

    private Map<String, String> variables(Value config, Map<String, String> before) {
        Value vars = config.getMember("vars");
        Map<String, String> changed = new LinkedHashMap<>();
        if (vars == null || !ValueKinds.isPlain(vars)) {
            throw wrong("vars", "\"vars\" is an object with a string for each variable", "config.vars.tenant = 'main'");
        }
        for (String name : vars.getMemberKeys()) {
            String value = text(vars, name);
            if (value != null && !value.equals(before.get(name))) {
                changed.put(name, value);
            }
        }
        return changed;
    }

    private ScriptError wrong(String word, String message, String hint) {
        return new ScriptError(Diagnostic.error(Code.SCRIPT_CALL, script.word(word), message, hint));
    }

    /** Whether each of them is included. */
    public List<Boolean> include(List<Thing> things) {
        return within((exports, context) -> {
            List<Boolean> included = new ArrayList<>();
            Value include = exports.getMember("include");
            for (Thing thing : things) {
                Map<String, @Nullable Object> data = new LinkedHashMap<>();
                data.put("kind", thing.kind());
                data.put("schema", thing.schema());
                data.put("name", thing.name());
                Value answer = script.settled(include.execute(plain(context, data)), "include");
                if (!answer.isBoolean()) {
                    throw new ScriptError(Diagnostic.error(
                            Code.SCRIPT_CALL,
                            script.export("include"),
                            "include answers true or false, and not " + ValueKinds.of(answer) + " for \"" + thing.name()
                                    + "\""));
                }
                included.add(answer.asBoolean());
            }
            return included;
        });
    }

    /**
     * Calls a function with plain data: null, texts, numbers, truths, lists and maps of those.
     *
     * @throws DiagnosticException if it fails
     */
    public void call(String hook, List<? extends @Nullable Object> arguments) {
        if (has(hook)) {
            within((exports, context) -> {
                Object[] given =
                        arguments.stream().map(it -> plain(context, it)).toArray();
                return script.settled(exports.getMember(hook).execute(given), hook)
                        .isNull();
            });
        }
    }

    private static Value plain(Context context, @Nullable Object data) {
        return context.eval("js", "JSON.parse").execute(RowText.plain(data));
    }

    private <T> T within(BiFunction<Value, Context, T> work) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            return ScriptThread.run(
                    script.limits().cpuTime(),
                    () -> Sandbox.printing(script.limits().cpuTime(), script.modules(), printed),
                    context -> work.apply(script.exports(context), context));
        } catch (RuntimeException | Error e) {
            throw new DiagnosticException(
                    masked(script.failure("cpu_time", script.limits().cpuTime()).of(e)));
        } finally {
            printed.toString(StandardCharsets.UTF_8).lines().map(this::masked).forEach(printer);
        }
    }
}
