package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Suggestions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** An object with methods, as a script sees it: nothing else is reachable through it, and it cannot be changed. */
final class Methods implements ProxyObject {
    /** Properties that the language itself looks up on any object. */
    private static final Set<String> UNASKED =
            Set.of("then", "toJSON", "toString", "valueOf", "constructor", "inspect", "length", "name", "message");

    /** More methods than anyone reads on a line. */
    private static final int MANY = 20;

    interface Method {
        @Nullable
        Object call(Call call);
    }

    private final String name;
    private final boolean chained;
    private final CallSite site;
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private Function<String, Optional<String>> elsewhere = it -> Optional.empty();
    private @Nullable String closed;

    /**
     * @param name what people call it: {@code op}
     * @param chained whether its methods return it
     */
    Methods(String name, boolean chained, CallSite site) {
        this.name = name;
        this.chained = chained;
        this.site = site;
    }

    Methods with(String method, Method does) {
        methods.put(method, does);
        return this;
    }

    /** @param told what to type for a method that is one of something else */
    Methods elsewhere(Function<String, Optional<String>> told) {
        elsewhere = told;
        return this;
    }

    /** From here on, every call is an error. */
    void close(String why) {
        closed = why;
    }

    @Override
    public @Nullable Object getMember(String key) {
        if (UNASKED.contains(key) && !methods.containsKey(key)) {
            return null;
        }
        return new Bound(key);
    }

    /** A method as a value; the script sees its name. */
    private final class Bound implements ProxyExecutable {
        private final String key;

        Bound(String key) {
            this.key = key;
        }

        @Override
        public @Nullable Object execute(Value... arguments) {
            return call(key, arguments);
        }

        @Override
        public String toString() {
            return name + "." + key;
        }
    }

    private @Nullable Object call(String key, Value[] arguments) {
        Place place = site.of(key, chained);
        Method method = methods.get(key);
        if (method == null) {
            throw new ScriptError(Diagnostic.error(
                            Code.SCRIPT_CALL, place.span(), name + " has no method \"" + key + "\"")
                    .withHint(elsewhere
                            .apply(key)
                            .or(() -> Suggestions.nearest(key, methods.keySet())
                                    .map(it -> "did you mean \"" + it + "\"?"))
                            .orElse(
                                    methods.size() > MANY
                                            ? "mig.d.ts lists its methods"
                                            : "its methods are " + String.join(", ", methods.keySet()))));
        }
        if (closed != null) {
            throw new ScriptError(Diagnostic.error(Code.SCRIPT_CALL, place.span(), closed));
        }
        Object result = method.call(new Call(name + "." + key, List.of(arguments), place));
        return result == null && chained ? this : result;
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(methods.keySet().toArray());
    }

    @Override
    public boolean hasMember(String key) {
        return methods.containsKey(key) || !UNASKED.contains(key);
    }

    @Override
    public void putMember(String key, Value value) {
        throw new ScriptError(Diagnostic.error(
                Code.SCRIPT_CALL, site.of(key, chained).span(), name + " cannot be changed: \"" + key + "\""));
    }
}
