package dev.mig.terminal;

import dev.mig.command.Candidate;
import dev.mig.js.Types;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The methods that JavaScript which is being typed can go on with. It looks at the last words only: whoever calls a
 * table {@code t} inside of {@code createTable} gets what a new table has.
 */
final class JavaScriptCompletion {
    private static final Pattern OF_A_NAME = Pattern.compile("(?s)(.*\\W)?(\\w+)\\s*\\.\\s*");
    private static final Pattern OF_A_CALL = Pattern.compile("(?s).*\\)\\s*\\.\\s*");

    private JavaScriptCompletion() {}

    /** What can stand behind a text that ends with a dot; empty for any other text. */
    static Optional<Stream<Candidate>> after(String text) {
        Matcher name = OF_A_NAME.matcher(text);
        if (name.matches()) {
            boolean made = text.lastIndexOf("createTable(") > text.lastIndexOf("alterTable(");
            return Optional.of(methods(name.group(2).equals("op") ? "Op" : made ? "NewTable" : "Table"));
        }
        if (OF_A_CALL.matcher(text).matches()) {
            int begun = Math.max(text.lastIndexOf(".column("), text.lastIndexOf(".addColumn("));
            return Optional.of(methods(text.lastIndexOf(".alterColumn(") > begun ? "ColumnChange" : "Column"));
        }
        return Optional.empty();
    }

    private static Stream<Candidate> methods(String type) {
        return Types.methods(type).entrySet().stream().map(it -> new Candidate(it.getKey(), it.getValue()));
    }
}
