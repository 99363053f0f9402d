package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.Header.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses header lines, independently of where in a file they were found. */
final class HeaderParser {
    private static final List<String> WORDS = List.of("revision", "revises", "branch", "depends", "timeout", "created");
    private static final Set<String> TARGET_WORDS = Set.of("heads", "head", "base", "current");
    private static final int LONGEST_ID = 64;

    private final Source source;
    private final HeaderReader.Style style;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Map<String, Span> seen = new HashMap<>();

    private @Nullable Ref id;
    private String message = "";
    private List<Ref> revises = List.of();
    private List<Ref> branches = List.of();
    private List<Ref> dependsOn = List.of();
    private Header.Timeouts timeouts = Header.Timeouts.NONE;
    private @Nullable Instant created;
    private @Nullable Span whole;

    HeaderParser(Source source, HeaderReader.Style style) {
        this.source = source;
        this.style = style;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** The header; null if there is none, in which case there are problems. */
    @Nullable
    Header parse(HeaderLines lines) {
        problems.addAll(lines.problems());
        for (Span line : headerLines(lines.lines())) {
            whole = whole == null ? line : whole.to(line);
            parse(line);
        }
        if (id == null && !seen.containsKey("revision")) {
            problems.addFirst(missing(lines));
        }
        if (id == null || whole == null) {
            return null;
        }
        return new Header(id, message, revises, branches, dependsOn, timeouts, created, whole);
    }

    private Diagnostic missing(HeaderLines lines) {
        int at = whole == null ? (style == HeaderReader.Style.MIG ? lines.bodyStart() : 0) : whole.start();
        int end = Math.min(source.text().length(), at + (whole == null ? 1 : whole.end() - whole.start()));
        return Diagnostic.error(
                Code.REVISION_MISSING,
                source.span(Math.min(at, end), end),
                "the file does not say which revision it is",
                "begin it with: " + mark() + "revision 3b1f0c2a9d4e 'what it does'");
    }

    private String mark() {
        return switch (style) {
            case MIG -> "";
            case JAVASCRIPT -> "// ";
            case SQL -> "-- ";
        };
    }

    /** In comments, only valid header lines count: prose before the header may begin with a header word. */
    private List<Span> headerLines(List<Span> lines) {
        if (style == HeaderReader.Style.MIG) {
            return lines;
        }
        boolean stated = lines.stream()
                .anyMatch(it -> isHeaderLine(it, false) && firstWord(it).equals("revision"));
        List<Span> ours = new ArrayList<>();
        boolean inside = false;
        for (Span line : lines) {
            String word = firstWord(line);
            boolean known = WORDS.contains(word);
            boolean first = !stated && word.equals("revision");
            if (known ? inside || first || isHeaderLine(line, false) : isHeaderLine(line, true)) {
                ours.add(line);
            }
            inside |= !ours.isEmpty() && word.equals("revision");
        }
        return ours;
    }

    /** Whether the line looks like a header line, with a known or nearly known word. */
    private static boolean isHeaderLine(Span line, boolean nearly) {
        String word = firstWord(line);
        if (word.isEmpty() || (nearly ? nearest(word).isEmpty() : !WORDS.contains(word))) {
            return false;
        }
        HeaderLine rest = new HeaderLine(line);
        rest.word();
        if (word.equals("timeout") || word.startsWith("depend")) {
            rest.word();
        }
        int values = 0;
        do {
            values += rest.word() == null ? 0 : 1;
        } while (rest.comma());
        boolean several = word.equals("timeout");
        boolean message = rest.isAtQuote();
        return values > 0 && (rest.isAtEnd() || message || several);
    }

    private static Optional<String> nearest(String word) {
        return Suggestions.nearest(word, WORDS).filter(it -> !it.startsWith(word) || word.length() > 3);
    }

    private static String firstWord(Span line) {
        String text = line.source().text();
        int end = line.start();
        while (end < line.end() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean whole = end == line.end() || text.charAt(end) <= ' ' || text.charAt(end) == '\'';
        return whole ? text.substring(line.start(), end).toLowerCase(Locale.ROOT) : "";
    }

    private void parse(Span span) {
        HeaderLine line = new HeaderLine(span);
        Ref first = line.word();
        if (first == null) {
            unknown(span);
            return;
        }
        String word = first.text().toLowerCase(Locale.ROOT);
        if (!WORDS.contains(word)) {
            unknown(first.span());
            return;
        }
        Span earlier = seen.putIfAbsent(word, first.span());
        if (earlier != null) {
            problems.add(Diagnostic.error(
                            Code.HEADER_TWICE, first.span(), "the header says \"" + word + "\" twice", twice(word))
                    .withRelated(List.of(new Diagnostic.Related(earlier, "said here first"))));
            return;
        }
        if (!word.equals("revision") && seen.size() == 1) {
            seen.put("", first.span());
        }
        switch (word) {
            case "revision" -> revision(line, first.span());
            case "revises" -> revises(line);
            case "branch" -> branches = refs(line, "branch", "a branch label", "branch reporting");
            case "depends" -> dependsOn(line);
            case "timeout" -> timeout(line);
            default -> created(line);
        }
    }

    private static String twice(String word) {
        return switch (word) {
            case "revises", "branch", "depends" -> "one line takes several, with commas between them";
            default -> "leave one of the lines out";
        };
    }

    private void unknown(Span span) {
        String word = span.text();
        Diagnostic problem =
                Diagnostic.error(Code.HEADER_WORD, span, "a header line cannot begin with \"" + shortened(word) + "\"");
        Optional<String> near = nearest(word);
        if (near.equals(Optional.of("revision"))) {
            seen.putIfAbsent("revision", span);
        }
        problems.add(problem.withHint(near.map(it -> "did you mean \"" + it + "\"?")
                .orElse("header lines begin with revision, revises, branch, depends on, timeout or created; "
                        + "what is to be done stands in upgrade { }")));
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }

    private void revision(HeaderLine line, Span word) {
        if (seen.containsKey("")) {
            problems.add(Diagnostic.error(
                    Code.HEADER_LINE, word, "the revision line is the first of the header", "move it to the top"));
        }
        Ref stated = line.word();
        if (stated == null) {
            wrong(line.place(), "the line does not say an id", "revision 3b1f0c2a9d4e 'what it does'");
            return;
        }
        if (!isId(stated, "a revision's id")) {
            return;
        }
        id = stated;
        HeaderLine.Quoted quoted = line.quoted();
        if (quoted != null) {
            if (!quoted.closed()) {
                problems.add(Diagnostic.error(
                        Code.UNCLOSED,
                        quoted.span(),
                        "the message that opens here is never closed",
                        "revision " + stated + " '" + quoted.text().strip().replace("'", "''") + "'"));
                return;
            }
            message = quoted.text();
        }
        if (!line.isAtEnd()) {
            String rest = line.rest().text().replace("\"", "").replace("'", "");
            wrong(
                    line.rest(),
                    quoted == null
                            ? "a message stands in single quotes"
                            : "nothing can follow the message; a quote inside of it is written twice",
                    "revision " + stated + " '" + (quoted == null ? "" : quoted.text() + "''") + rest + "'");
        }
    }

    private void revises(HeaderLine line) {
        HeaderLine probe = line.copy();
        Ref only = probe.word();
        if (only != null && only.text().equalsIgnoreCase("base") && probe.isAtEnd()) {
            return;
        }
        revises = refs(line, "revises", "a revision's id", "revises 3b1f0c2a9d4e");
    }

    private void dependsOn(HeaderLine line) {
        Ref on = line.word();
        if (on == null || !on.text().equalsIgnoreCase("on")) {
            wrong(
                    on == null ? line.place() : on.span(),
                    "after \"depends\" comes \"on\"",
                    "depends on "
                            + (on == null
                                    ? "3b1f0c2a9d4e"
                                    : on.span().to(line.rest()).text()));
            return;
        }
        dependsOn = refs(line, "depends on", "a revision's id", "depends on 3b1f0c2a9d4e");
    }

    /** Comma-separated ids or labels, without duplicates. */
    private List<Ref> refs(HeaderLine line, String word, String what, String example) {
        List<Ref> refs = new ArrayList<>();
        do {
            Ref next = line.word();
            if (next == null) {
                if (line.isAtQuote()) {
                    wrong(line.rest(), "names of revisions and branches are not quoted", example);
                } else {
                    wrong(
                            line.place(),
                            what + " is missing here",
                            refs.isEmpty()
                                    ? example
                                    : word + " "
                                            + String.join(
                                                    ", ",
                                                    refs.stream().map(Ref::text).toList()));
                }
                return List.of();
            }
            if (refs.stream().anyMatch(it -> it.text().equals(next.text()))) {
                problems.add(Diagnostic.error(
                        Code.HEADER_TWICE, next.span(), "\"" + next + "\" is named twice", "leave one of them out"));
            } else if (isId(next, what)) {
                refs.add(next);
            }
        } while (line.comma());
        if (!line.isAtEnd()) {
            if (line.isAtQuote()) {
                wrong(
                        line.rest(),
                        "the message belongs to the revision line",
                        "revision ID " + line.rest().text());
            } else {
                String listed =
                        String.join(", ", (line.start(word) + " " + line.rest().text()).split("[\\s,]+"));
                wrong(line.rest(), "a comma stands between two names", word + " " + listed);
            }
        }
        return refs;
    }

    private boolean isId(Ref ref, String what) {
        String text = ref.text();
        if (TARGET_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            String hint = text.equalsIgnoreCase("base")
                    ? "\"revises base\" stands alone, and makes a root"
                    : "write the full id of the revision; \"migrate heads\" lists those that are last";
            problems.add(Diagnostic.error(
                    Code.REVISION_ID, ref.span(), "\"" + text + "\" is a word of the command line, not " + what, hint));
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isIdCharacter(text.charAt(i))) {
                String kept = text.replaceAll("[^A-Za-z0-9_.]+", "_");
                problems.add(Diagnostic.error(
                        Code.REVISION_ID,
                        ref.span(),
                        what + " is made of letters A to Z, digits, \"_\" and \".\"",
                        kept.length() > LONGEST_ID ? kept.substring(0, LONGEST_ID) : kept));
                return false;
            }
        }
        if (text.length() > LONGEST_ID) {
            problems.add(Diagnostic.error(
                    Code.REVISION_ID,
                    ref.span(),
                    what + " has at most " + LONGEST_ID + " characters, this one has " + text.length(),
                    text.substring(0, LONGEST_ID)));
            return false;
        }
        return true;
    }

    private static boolean isIdCharacter(char c) {
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }

    private void timeout(HeaderLine line) {
        Map<String, Duration> stated = new HashMap<>();
        do {
            Ref what = line.word();
            String word = what == null ? "" : what.text().toLowerCase(Locale.ROOT);
            if (what == null || !(word.equals("lock") || word.equals("statement"))) {
                wrong(
                        what == null ? line.place() : what.span(),
                        "a timeout is one of \"lock\" and \"statement\"",
                        "timeout lock 5s statement 2min");
                return;
            }
            Ref value = line.word();
            Duration duration = value == null ? null : TimeLiterals.duration(value.text());
            if (duration == null) {
                problems.add(Diagnostic.error(
                        Code.DURATION,
                        value == null ? line.place() : value.span(),
                        value == null
                                ? "the timeout says no duration"
                                : "\"" + shortened(value.text()) + "\" is not a duration",
                        "timeout " + word + " 5s",
                        "the units are ms, s, min and h"));
                return;
            }
            if (stated.put(word, duration) != null) {
                problems.add(Diagnostic.error(
                        Code.HEADER_TWICE,
                        what.span(),
                        "the line says \"" + word + "\" twice",
                        "leave one of them out"));
            }
        } while (!line.isAtEnd());
        timeouts = new Header.Timeouts(stated.get("lock"), stated.get("statement"));
    }

    private void created(HeaderLine line) {
        Span stated = line.rest();
        created = TimeLiterals.instant(stated.text());
        if (created == null) {
            problems.add(Diagnostic.error(
                    Code.TIMESTAMP,
                    stated.start() == stated.end() ? line.place() : stated,
                    stated.start() == stated.end()
                            ? "the line does not say when"
                            : "\"" + shortened(stated.text()) + "\" is not a moment",
                    "created 2026-11-23T10:15:00Z"));
        }
    }

    private void wrong(Span span, String message, String hint) {
        problems.add(Diagnostic.error(Code.HEADER_LINE, span, message, hint));
    }
}
