package dev.mig.js;

import dev.mig.compile.RevisionFiles;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules that a script imports, directly or indirectly, found in the texts before anything runs, so that the
 * modules a script can load are exactly those in its checksum. Only relative file imports are supported.
 *
 * <p>An import with a computed name is not found here, and therefore fails when the script runs.
 */
public final class Imports {
    private static final Pattern IMPORT =
            Pattern.compile("(?:\\bfrom\\s*|\\bimport\\s*\\(\\s*|\\bimport\\s+)(['\"])(\\.{1,2}/[^'\"\\n]{1,500})\\1");

    private Imports() {}

    /** The texts of modules by their paths; throws a diagnostic for one that is not there. */
    @FunctionalInterface
    public interface Texts {
        Source module(String path, Span place);
    }

    /** A file that a module names, and where. */
    private record Named(String specifier, Span place) {}

    /** Whether a text may import anything. */
    public static boolean mayBeIn(Source script) {
        return script.text().contains("import") || script.text().contains("from");
    }

    /**
     * The modules by their paths relative to the folder of the script, with {@code /} on every system.
     *
     * @throws DiagnosticException if one is not there, or lies outside the folder
     */
    static Map<String, Source> of(Source script, Texts texts) {
        Map<String, Source> modules = new LinkedHashMap<>();
        Deque<Map.Entry<String, Source>> unread = new ArrayDeque<>(List.of(Map.entry("", script)));
        while (!unread.isEmpty()) {
            Map.Entry<String, Source> importer = unread.pop();
            for (Named named : in(importer.getValue())) {
                String path = resolved(importer.getKey(), named);
                if (!modules.containsKey(path)) {
                    Source module = texts.module(path, named.place());
                    modules.put(path, module);
                    unread.push(Map.entry(path, module));
                }
            }
        }
        return modules;
    }

    /** The same, where each that cannot be read counts as empty. */
    public static Map<String, String> textsOf(Source script, String id, RevisionFiles files) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            of(script, (path, place) -> files.script(id, path, place))
                    .forEach((path, module) -> texts.put(path, module.text()));
        } catch (DiagnosticException missing) {
            texts.put("", "");
        }
        return texts;
    }

    private static List<Named> in(Source module) {
        List<Named> found = new ArrayList<>();
        Matcher matcher = IMPORT.matcher(module.text());
        while (matcher.find()) {
            if (!isInLineComment(module, matcher.start())) {
                found.add(new Named(matcher.group(2), module.span(matcher.start(2), matcher.end(2))));
            }
        }
        return found;
    }

    private static boolean isInLineComment(Source module, int at) {
        int line = module.text().lastIndexOf('\n', at) + 1;
        return module.text().substring(line, at).stripLeading().startsWith("//");
    }

    private static String resolved(String importer, Named named) {
        return normal(importer.substring(0, importer.lastIndexOf('/') + 1) + named.specifier());
    }

    /** Without {@code .}, and without {@code ..} as far as there is a folder to leave. */
    static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            boolean up = part.equals("..")
                    && Optional.ofNullable(parts.peekLast())
                            .filter(it -> !it.equals(".."))
                            .isPresent();
            if (up) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
