package dev.mig.js;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Suggestions;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value.Expression;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The options object of a call, with typed access. An unknown option is reported together with the nearest known one.
 */
record Options(Call call, @Nullable Value given) {
    static Options of(Call call, @Nullable Value given, Set<String> known) {
        if (given == null) {
            return new Options(call, null);
        }
        if (!ValueKinds.isPlain(given)) {
            throw call.wrong(
                    call.span(),
                    call.method() + " takes its options as an object, and not " + ValueKinds.of(given),
                    "{ " + String.join(", ", known.stream().sorted().toList()) + " }");
        }
        for (String key : given.getMemberKeys()) {
            if (!known.contains(key)) {
                throw new ScriptError(Diagnostic.error(
                                Code.SCRIPT_CALL,
                                call.place().ofWord(key),
                                call.method() + " has no option \"" + key + "\"")
                        .withHint(Suggestions.nearest(key, known)
                                .map(it -> "did you mean \"" + it + "\"?")
                                .orElse(
                                        known.isEmpty()
                                                ? "it has none"
                                                : "its options are "
                                                        + String.join(
                                                                ", ",
                                                                known.stream()
                                                                        .sorted()
                                                                        .toList()))));
            }
        }
        return new Options(call, given);
    }

    @Nullable
    Value value(String key) {
        if (given == null || !given.hasMember(key)) {
            return null;
        }
        Value value = given.getMember(key);
        return value == null || value.isNull() ? null : value;
    }

    boolean flag(String key) {
        Value value = value(key);
        if (value != null && !value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value != null && value.asBoolean();
    }

    @Nullable
    String string(String key) {
        Value value = value(key);
        if (value != null && !value.isString()) {
            throw wrong(key, "a string", value);
        }
        return value == null ? null : value.asString();
    }

    @Nullable
    Text text(String key) {
        String value = string(key);
        return value == null ? null : new Text(value, call.place().of(value));
    }

    @Nullable
    Name name(String key) {
        String value = string(key);
        return value == null ? null : Written.name(value, call.place());
    }

    @Nullable
    QualifiedName qualified(String key) {
        String value = string(key);
        return value == null ? null : Written.qualified(value, call.place());
    }

    @Nullable
    Expression expression(String key) {
        String value = string(key);
        return value == null ? null : Written.expression(value, call.place());
    }

    @Nullable
    SqlText sql(String key) {
        String value = string(key);
        return value == null ? null : Written.sql(value, call.place());
    }

    List<Name> names(String key) {
        Value value = value(key);
        return value == null
                ? List.of()
                : call.strings(value, "\"" + key + "\"").stream()
                        .map(it -> Written.name(it, call.place()))
                        .toList();
    }

    @Nullable
    BigInteger integer(String key) {
        Value value = value(key);
        if (value != null && !value.fitsInBigInteger()) {
            throw wrong(key, "a whole number", value);
        }
        return value == null ? null : value.asBigInteger();
    }

    /** One of the words of an enum, written as people do: {@code set null}. */
    <E extends Enum<E>> @Nullable E word(String key, Class<E> type) {
        String written = string(key);
        return written == null ? null : Written.word(written, type, call, "\"" + key + "\"");
    }

    ScriptError wrong(String key, String wanted, Value value) {
        return call.wrong(
                call.place().ofWord(key),
                "the option \"" + key + "\" of " + call.method() + " is " + wanted + ", and not "
                        + ValueKinds.of(value));
    }
}
