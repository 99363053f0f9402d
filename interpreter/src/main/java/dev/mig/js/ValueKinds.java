package dev.mig.js;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** Describes the type of a script's value, and reads the parts of a composite one. */
final class ValueKinds {
    private static final Pattern GENERATOR = Pattern.compile("(?:async\\s+)?(?:function\\s*)?\\*");

    private ValueKinds() {}

    static String of(Value value) {
        if (value.isNull()) {
            return value.toString();
        }
        if (value.isBoolean() || value.isNumber()) {
            return "the " + (value.isBoolean() ? "boolean " : "number ") + value;
        }
        if (value.isString()) {
            return "the string '" + value.asString() + "'";
        }
        if (value.canExecute()) {
            return "a function";
        }
        return value.isInstant() ? "a date" : value.hasArrayElements() ? "an array" : "an object";
    }

    /** A function whose text begins with {@code function*}, or {@code *} before the name of a method. */
    static boolean isGenerator(Value function) {
        SourceSection text = function.getSourceLocation();
        return text != null
                && text.isAvailable()
                && GENERATOR.matcher(text.getCharacters()).lookingAt();
    }

    static List<Value> elements(Value array) {
        List<Value> elements = new ArrayList<>();
        for (long at = 0; at < array.getArraySize(); at++) {
            elements.add(array.getArrayElement(at));
        }
        return elements;
    }

    /** Whether it is an object with nothing but data in it. */
    static boolean isPlain(Value value) {
        return value.hasMembers()
                && !value.canExecute()
                && !value.hasArrayElements()
                && !value.isString()
                && !value.isProxyObject()
                && !value.isInstant();
    }
}
