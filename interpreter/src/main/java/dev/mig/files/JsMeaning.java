package dev.mig.files;

import dev.mig.compile.RevisionFiles;
import dev.mig.js.Imports;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text behind the checksum of a JavaScript revision's meaning: equal for two revisions only if they do the same.
 * It consists of the script below its header, the modules it imports, and the timeouts.
 *
 * <p>The script is not run for this. Comments and layout therefore count, and files are found only where their names
 * are string literals.
 */
final class JsMeaning {
    private static final Pattern LOAD = Pattern.compile(
            "\\.\\s*load\\s*\\(\\s*(?:'[^'\\n]*'|\"[^\"\\n]*\")\\s*,\\s*(?:'([^'\\n]+)'|\"([^\"\\n]+)\")");

    private static final Pattern SCRIPT =
            Pattern.compile("\\.\\s*scriptFile\\s*\\(\\s*(?:'([^'\\n]+)'|\"([^\"\\n]+)\")");

    private JsMeaning() {}

    /** Whether the meaning can change while the text does not. */
    static boolean mayNameFiles(Source revision) {
        String text = revision.text();
        return Imports.mayBeIn(revision)
                || LOAD.matcher(text).find()
                || SCRIPT.matcher(text).find();
    }

    static String of(Source revision, Header header, RevisionFiles files) {
        Header.Timeouts timeouts = header.timeouts();
        String script = revision.text().substring(header.span().end()).strip();
        StringBuilder text = new StringBuilder(timeouts.lock() + " " + timeouts.statement() + "\n" + script);
        new TreeMap<>(Imports.textsOf(revision, header.id().text(), files))
                .forEach((path, module) ->
                        text.append("\nmodule ").append(path).append("\n").append(module));
        return text.toString();
    }

    /** The files of rows and of SQL that a script names as they stand. */
    static List<NamedFiles.Named> files(Source revision) {
        List<NamedFiles.Named> found = new ArrayList<>();
        note(LOAD.matcher(revision.text()), true, revision, found);
        note(SCRIPT.matcher(revision.text()), false, revision, found);
        return found;
    }

    private static void note(Matcher matcher, boolean rows, Source revision, List<NamedFiles.Named> found) {
        while (matcher.find()) {
            int group = matcher.group(1) == null ? 2 : 1;
            Span place = revision.span(matcher.start(group), matcher.end(group));
            found.add(new NamedFiles.Named(place.text(), rows, place));
        }
    }
}
