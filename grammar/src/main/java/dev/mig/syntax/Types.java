package dev.mig.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of the language and the numbers that may stand in their brackets. */
final class Types {
    /** How many numbers a type takes, at least and at most, with an example of it. */
    private record Shape(int least, int most, String example) {}

    private static final Shape PLAIN = new Shape(0, 0, "");
    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("boolean", PLAIN),
            Map.entry("smallint", PLAIN),
            Map.entry("integer", PLAIN),
            Map.entry("bigint", PLAIN),
            Map.entry("decimal", new Shape(1, 2, "decimal(12,2)")),
            Map.entry("real", PLAIN),
            Map.entry("double", PLAIN),
            Map.entry("char", new Shape(0, 1, "char(2)")),
            Map.entry("varchar", new Shape(0, 1, "varchar(255)")),
            Map.entry("text", PLAIN),
            Map.entry("binary", new Shape(0, 1, "binary(16)")),
            Map.entry("blob", PLAIN),
            Map.entry("date", PLAIN),
            Map.entry("time", new Shape(0, 1, "time(3)")),
            Map.entry("timestamp", new Shape(0, 1, "timestamp(3)")),
            Map.entry("timestamptz", new Shape(0, 1, "timestamptz(3)")),
            Map.entry("interval", PLAIN),
            Map.entry("uuid", PLAIN),
            Map.entry("json", PLAIN));

    private Types() {}

    static Set<String> known() {
        return SHAPES.keySet();
    }

    static boolean isKnown(String word) {
        return SHAPES.containsKey(word);
    }

    /** What is wrong with the numbers in a type's brackets; null where nothing is, or the type is not ours. */
    static @Nullable String wrongArguments(String type, List<Integer> arguments) {
        Shape shape = SHAPES.get(type);
        if (shape == null) {
            return null;
        }
        if (arguments.size() < shape.least) {
            return "the type " + type + " needs its digits in brackets";
        }
        if (arguments.size() > shape.most) {
            return shape.most == 0
                    ? "the type " + type + " takes no number in brackets"
                    : "the type " + type + " takes one number in brackets";
        }
        if (type.equals("decimal") && arguments.size() == 2 && arguments.get(1) > arguments.get(0)) {
            return "a decimal has no more digits after the point than it has in all";
        }
        return null;
    }

    /** The type as it may be written. */
    static String example(String type) {
        return Optional.ofNullable(SHAPES.get(type))
                .map(Shape::example)
                .filter(it -> !it.isEmpty())
                .orElse(type);
    }
}
