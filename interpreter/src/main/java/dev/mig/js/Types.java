package dev.mig.js;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The types of everything that scripts are handed, for editors and for who completes a line. Nothing is run for it. */
public final class Types {
    private static final Pattern METHOD = Pattern.compile("(?m)^  (\\w+)(\\(.*)$");

    private Types() {}

    /** The text of {@code mig.d.ts}. */
    public static String declared() {
        return Resource.text("mig.d.ts");
    }

    /**
     * The methods of one type in their order, each with what may stand behind its name: {@code (name: string): void}.
     *
     * @param type as declared: {@code Op}, {@code NewTable}, {@code Column}
     */
    public static Map<String, String> methods(String type) {
        String text = declared();
        int start = text.indexOf("interface " + type + " {");
        if (start < 0) {
            throw new IllegalArgumentException("no type " + type);
        }
        Map<String, String> methods = new LinkedHashMap<>();
        METHOD.matcher(text.substring(start, text.indexOf("\n}\n", start)))
                .results()
                .forEach((MatchResult it) -> methods.putIfAbsent(it.group(1), it.group(2)));
        return methods;
    }
}
