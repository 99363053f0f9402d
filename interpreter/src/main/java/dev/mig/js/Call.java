package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.TypeName;
import dev.mig.syntax.tree.Value.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A call made by a script, with typed access to its arguments. An argument of the wrong type is reported where it is
 * written.
 *
 * @param method as it is called: {@code op.createTable}
 */
record Call(String method, List<Value> arguments, Place place) {
    Span span() {
        return place.span();
    }

    boolean has(int at) {
        return at < arguments.size() && !arguments.get(at).isNull();
    }

    boolean hasNull(int at) {
        return at < arguments.size() && arguments.get(at).isNull();
    }

    Value any(int at, String what) {
        if (at >= arguments.size()) {
            throw wrong(span(), method + " needs " + what + " as its " + ordinal(at) + " argument");
        }
        return arguments.get(at);
    }

    String string(int at, String what) {
        Value value = any(at, what);
        if (!value.isString()) {
            throw wrong(
                    span(),
                    method + " needs " + what + " as its " + ordinal(at) + " argument, a string, and not "
                            + ValueKinds.of(value));
        }
        return value.asString();
    }

    Text text(int at, String what) {
        String value = string(at, what);
        return new Text(value, place.of(value));
    }

    SqlText sql(int at, String what) {
        return Written.sql(string(at, what), place);
    }

    Expression expression(int at, String what) {
        return Written.expression(string(at, what), place);
    }

    Name name(int at, String what) {
        return Written.name(string(at, what), place);
    }

    QualifiedName qualified(int at, String what) {
        return Written.qualified(string(at, what), place);
    }

    TypeName type(int at) {
        return Written.type(string(at, "a type"), place);
    }

    /** One name, or an array of names. */
    List<Name> names(int at, String what) {
        return strings(any(at, what), what).stream()
                .map(it -> Written.name(it, place))
                .toList();
    }

    List<Text> texts(int at, String what) {
        return strings(any(at, what), what).stream()
                .map(it -> new Text(it, place.of(it)))
                .toList();
    }

    List<String> strings(Value value, String what) {
        if (value.isString()) {
            return List.of(value.asString());
        }
        if (!value.hasArrayElements() || value.getArraySize() == 0) {
            throw wrong(
                    span(),
                    method + " needs " + what + ": a string or an array of them, and not " + ValueKinds.of(value));
        }
        List<String> strings = new ArrayList<>();
        for (Value element : ValueKinds.elements(value)) {
            if (!element.isString()) {
                throw wrong(span(), method + " needs " + what + ": strings, and not " + ValueKinds.of(element));
            }
            strings.add(element.asString());
        }
        return strings;
    }

    Value function(int at, String example) {
        Value value = any(at, "a function");
        if (!value.canExecute()) {
            throw new ScriptError(Diagnostic.error(
                    Code.SCRIPT_CALL,
                    span(),
                    method + " needs a function as its " + ordinal(at) + " argument, and not " + ValueKinds.of(value),
                    example));
        }
        Script.requireRunning(value, span(), "the function of " + method);
        return value;
    }

    /** The last argument, which may be left out, with options of these names only. */
    Options options(int at, String... known) {
        if (arguments.size() > at + 1) {
            throw wrong(
                    span(), method + " takes " + (at + 1) + " arguments at most, and there are " + arguments.size());
        }
        @Nullable Value given = has(at) ? arguments.get(at) : null;
        return Options.of(this, given, Set.of(known));
    }

    /** Checks that there are no surplus arguments. */
    Call atMost(int count) {
        if (arguments.size() > count) {
            throw wrong(
                    span(),
                    method + " takes "
                            + (count == 0 ? "no arguments" : count == 1 ? "1 argument" : count + " arguments")
                            + ", and there are " + arguments.size());
        }
        return this;
    }

    static String ordinal(int at) {
        return switch (at) {
            case 0 -> "first";
            case 1 -> "second";
            case 2 -> "third";
            default -> (at + 1) + "th";
        };
    }

    ScriptError wrong(Span span, String message, String... hints) {
        return new ScriptError(Diagnostic.error(Code.SCRIPT_CALL, span, message, hints));
    }
}
