package dev.mig.lint;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lint suppressions in comments: {@code -- lint: allow MIG-603 the table is small}.
 *
 * <p>On a line of its own it is about the statement, or the action, that follows; behind one, about that; before the
 * blocks, about the whole file. Comments are found line by line, the same in every kind of file.
 */
final class Allowances {
    private static final Pattern COMMENT =
            Pattern.compile("(?<before>.*?)(?:--|//)\\s*lint:\\s*(?<words>.*?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLOW =
            Pattern.compile("allow\\s+(?<code>MIG-\\d{3})\\b[\\s:,]*(?<reason>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK =
            Pattern.compile("\\s*(?:upgrade\\b.*|--\\s*upgrade\\s*|export\\s+.*)", Pattern.CASE_INSENSITIVE);

    /**
     * @param from the first line that it is about
     * @param to the last one
     */
    private record Allowance(Code code, int from, int to) {}

    private final List<Allowance> allowances = new ArrayList<>();
    private final List<Diagnostic> wrong = new ArrayList<>();

    private Allowances() {}

    static Allowances in(Source text) {
        Allowances allowances = new Allowances();
        int last = text.line(text.text().length());
        boolean header = true;
        for (int line = 1; line <= last; line++) {
            header &= !BLOCK.matcher(text.lineText(line)).matches();
            Matcher comment = COMMENT.matcher(text.lineText(line));
            if (comment.matches()) {
                allowances.read(text, line, last, header, comment);
            }
        }
        return allowances;
    }

    private void read(Source text, int line, int last, boolean header, Matcher comment) {
        int start = text.lineStart(line) + comment.start("words");
        Span place = text.span(start, text.lineStart(line) + comment.end("words"));
        Matcher allow = ALLOW.matcher(comment.group("words"));
        if (!allow.matches()) {
            wrong.add(Diagnostic.warning(
                    Code.ALLOWANCE_UNREAD, place, "this allows nothing", "-- lint: allow MIG-603 the table is small"));
            return;
        }
        Optional<Code> code = Code.named(allow.group("code"));
        if (code.isEmpty() || allow.group("reason").isBlank()) {
            wrong.add(Diagnostic.warning(
                    Code.ALLOWANCE_UNREAD,
                    place,
                    code.isEmpty() ? "no rule has the code " + allow.group("code") : "an allowance gives a reason",
                    "-- lint: allow " + code.map(Code::id).orElse("MIG-603") + " the table is small"));
            return;
        }
        boolean own = comment.group("before").isBlank();
        int to = header ? last : own ? next(text, line, last) : line;
        allowances.add(new Allowance(code.get(), header ? 1 : line, to));
    }

    /** The line of what comes after comments and blank lines. */
    private static int next(Source text, int line, int last) {
        int next = line + 1;
        while (next < last && isSkipped(text.lineText(next).strip())) {
            next++;
        }
        return next;
    }

    private static boolean isSkipped(String line) {
        return line.isEmpty() || line.startsWith("--") || line.startsWith("//");
    }

    boolean allow(Findings.Finding finding) {
        return allowances.stream()
                .anyMatch(it -> it.code() == finding.diagnostic().code()
                        && (holds(it, finding.diagnostic().span()) || holds(it, finding.statement())));
    }

    private static boolean holds(Allowance allowance, Span place) {
        return !place.isNone() && place.line() >= allowance.from() && place.line() <= allowance.to();
    }

    List<Diagnostic> wrong() {
        return wrong;
    }
}
