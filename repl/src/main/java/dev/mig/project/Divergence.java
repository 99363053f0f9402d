package dev.mig.project;

import dev.mig.files.Checksums;
import dev.mig.files.Fingerprint;
import dev.mig.files.MigrationsFolder;
import dev.mig.jdbc.AppliedDigests;
import dev.mig.jdbc.UnfinishedStep;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.print.MigPrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places where the history in the database and the files disagree. */
public record Divergence(Project project) {
    /** Below this number, parallelism costs more than it saves. */
    private static final int FEW = 64;

    /** Lines of a difference to show: enough to see what it is about. */
    private static final int SHOWN = 16;

    /** Throws for applied revisions whose meaning has changed. */
    public void requireUnedited(Collection<Revision> revisions) {
        List<Diagnostic> edited = edited(revisions);
        if (!edited.isEmpty()) {
            throw new DiagnosticException(edited);
        }
    }

    /** Everything that must be settled, or known, before a move. */
    public List<Diagnostic> problems(Applied applied) {
        List<Diagnostic> problems = new ArrayList<>();
        try {
            applied.orThrow();
        } catch (DiagnosticException unknown) {
            problems.addAll(unknown.diagnostics());
        }
        project.database()
                .reader()
                .unfinished(applied::has)
                .map(UnfinishedStep::diagnostic)
                .ifPresent(problems::add);
        for (Revision revision : applied.revisions()) {
            if (project.folder().file(revision.id()).isEmpty()) {
                problems.add(Diagnostic.warning(
                        Code.FILE_LOST,
                        Span.none(),
                        "revision \"" + revision + "\" is applied, and its file is gone",
                        "write it again from the text that is kept: migrate restore " + revision));
            }
        }
        problems.addAll(edited(applied.revisions()));
        return problems;
    }

    /** The problems of applied revisions whose meaning has changed. */
    public List<Diagnostic> edited(Collection<Revision> revisions) {
        Set<String> ids = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        Map<String, AppliedDigests> then = project.database().reader().digests(ids);
        MigrationsFolder files = project.folder();
        Stream<Revision> all = revisions.size() < FEW ? revisions.stream() : revisions.parallelStream();
        List<Revision> suspects =
                all.filter(it -> isSuspect(files, it, then.get(it.id()))).toList();
        return suspects.stream()
                .filter(it -> differ(
                        Objects.requireNonNull(then.get(it.id())), Checksums.of(project.text(it), project.files())))
                .map(this::diagnostic)
                .toList();
    }

    /**
     * Excludes those with unchanged text and no other files, those without a file, and those unknown to the
     * journal.
     */
    private static boolean isSuspect(MigrationsFolder files, Revision revision, @Nullable AppliedDigests then) {
        Fingerprint now = then == null ? null : files.fingerprint(revision.id());
        if (then == null || now == null) {
            return false;
        }
        return now.mayNameFiles() || !now.text().equals(then.text());
    }

    private static boolean differ(AppliedDigests then, Checksums now) {
        return now.comparesWith(then.meaning()) && !now.meaning().equals(then.meaning());
    }

    private Diagnostic diagnostic(Revision revision) {
        @Nullable
        String difference = project.keptRevision(revision.id())
                .map(it -> difference(new Source(project.text(revision).name(), it.text()), project.text(revision)))
                .orElse(null);
        return Diagnostic.error(
                        Code.EDITED_AFTER_APPLIED,
                        revision.header().id().span(),
                        "revision \"" + revision + "\" was applied, and means something else now")
                .withHint(difference)
                .withHint("put the file back as it was applied: delete it, then migrate restore " + revision)
                .withHint("and write what is to change into a new revision: migrate revision -m \"...\"")
                .withHint("or, if the database is right all the same, let it count: migrate accept " + revision);
    }

    /** Both in canonical form, if possible, so that differences in layout do not show. */
    private static String difference(Source then, Source now) {
        @Nullable String before = formatted(then);
        @Nullable String after = formatted(now);
        return before == null || after == null
                ? difference(then.text().lines().toList(), now.text().lines().toList())
                : difference(before.lines().toList(), after.lines().toList());
    }

    private static @Nullable String formatted(Source text) {
        return text.name().endsWith(".mig") ? MigPrinter.format(text).tree() : null;
    }

    private static String difference(List<String> then, List<String> now) {
        List<String> changed = LineDifference.between(then, now);
        if (changed.isEmpty()) {
            return "its text is as it was: a file that it loads or runs has changed";
        }
        StringBuilder text = new StringBuilder("this changed:");
        changed.stream().limit(SHOWN).forEach(it -> text.append('\n').append(it));
        if (changed.size() > SHOWN) {
            text.append("\n… ").append(changed.size() - SHOWN).append(" more lines");
        }
        return text.toString();
    }
}
