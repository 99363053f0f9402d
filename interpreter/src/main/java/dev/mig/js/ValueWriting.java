package dev.mig.js;

import dev.mig.source.Span;
import dev.mig.syntax.tree.Value;
import dev.mig.syntax.tree.Value.Word;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.graalvm.polyglot.proxy.ProxyObject;

/** Converts a script's values to values of the language. */
final class ValueWriting {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private ValueWriting() {}

    /** A value that is no literal: SQL, or a word that each database spells in its own way. */
    record Special(Value value) implements ProxyObject {
        @Override
        public Object getMember(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getMemberKeys() {
            return List.of().toArray();
        }

        @Override
        public boolean hasMember(String key) {
            return false;
        }

        @Override
        public void putMember(String key, org.graalvm.polyglot.Value value) {
            throw new UnsupportedOperationException();
        }
    }

    /** @param what the value is for: {@code the default}, {@code column "a"} */
    static Value of(org.graalvm.polyglot.Value value, Call call, String what) {
        Span span = call.span();
        if (value.isNull()) {
            if (value.toString().equals("undefined")) {
                throw call.wrong(span, what + " of " + call.method() + " is undefined", "null is a value too");
            }
            return new Value.NullValue(span);
        }
        if (value.isProxyObject() && value.asProxyObject() instanceof Special(Value special)) {
            return special;
        }
        if (value.isBoolean()) {
            return new Value.BooleanValue(value.asBoolean(), span);
        }
        if (value.isString()) {
            return new Value.StringValue(value.asString(), call.place().of(value.asString()));
        }
        if (value.isNumber()) {
            return number(value, call, what);
        }
        if (value.isInstant()) {
            return new Value.StringValue(MOMENT.format(value.asInstant()), span);
        }
        throw call.wrong(
                span,
                what + " of " + call.method() + " cannot be " + ValueKinds.of(value),
                "a value is a string, a number, a bigint, true, false, null, a Date, or op.expression('…')");
    }

    private static Value number(org.graalvm.polyglot.Value value, Call call, String what) {
        if (value.fitsInBigInteger()) {
            BigInteger whole = value.asBigInteger();
            return new Value.NumberValue(whole.toString(), call.span());
        }
        double number = value.asDouble();
        if (!Double.isFinite(number)) {
            throw call.wrong(call.span(), what + " of " + call.method() + " is " + value + ", which no database takes");
        }
        return new Value.NumberValue(value.toString(), call.span());
    }

    /** {@code now()}, {@code current_date} and the like, by the names of their methods. */
    static Methods words(Methods methods) {
        Stream.of(Word.values())
                .forEach(word -> methods.with(
                        camel(word.name()),
                        call -> new Special(
                                new Value.WordValue(word, call.atMost(0).span()))));
        return methods.with(
                        "defaultValue",
                        call -> new Special(
                                new Value.DefaultValue(call.atMost(0).span())))
                .with("expression", call -> new Special(call.atMost(1).expression(0, "SQL")));
    }

    static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
