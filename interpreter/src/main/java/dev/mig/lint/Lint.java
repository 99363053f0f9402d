package dev.mig.lint;

import dev.mig.compile.CompiledRevision;
import dev.mig.model.Database;
import dev.mig.model.Migration;
import dev.mig.model.SchemaModel;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies the rules to one revision, for one database. Only upgrades are checked. */
public final class Lint {
    private static final Pattern OPEN_QUESTION = Pattern.compile("(?m)^[ \\t]*(?:--|//)[ \\t]*rename\\?");

    private Lint() {}

    /**
     * What is found, by place, but for what the text allows.
     *
     * @param text of the revision
     */
    public static List<Diagnostic> of(CompiledRevision revision, Source text, Database database) {
        Findings findings = new Findings();
        NewObjects made = new NewObjects(database.folding());
        OperationRules rules = new OperationRules(database, made, findings);
        SchemaModel before = revision.before();
        for (Migration.Step step : revision.migration().upgrade()) {
            rules.look(step.operation(), before);
            made.note(step.operation());
            before = before.apply(step.operation());
        }
        wayBack(revision.migration(), findings);
        questions(text, findings);
        Allowances allowances = Allowances.in(text);
        List<Diagnostic> found = new ArrayList<>(allowances.wrong());
        findings.list().stream().filter(it -> !allowances.allow(it)).forEach(it -> found.add(it.diagnostic()));
        return found.stream().sorted(DiagnosticException.BY_PLACE).toList();
    }

    private static void wayBack(Migration migration, Findings findings) {
        boolean changes = !migration.upgrade().isEmpty();
        if (changes
                && migration.downgrade() instanceof Migration.NoWayBack(String reason, var span)
                && reason == null) {
            findings.warn(
                    Code.DOWNGRADE_MISSING,
                    migration.header().id().span(),
                    migration.header().span(),
                    "the revision cannot be taken back, and does not say why",
                    "add a line after the upgrade: downgrade auto",
                    "or say that it is meant so: downgrade none 'why'");
        }
    }

    /** A guess that autogenerate left in a file. */
    private static void questions(Source text, Findings findings) {
        Matcher matcher = OPEN_QUESTION.matcher(text.text());
        while (matcher.find()) {
            int start = text.lineStart(text.line(matcher.end()));
            int end = start + text.lineText(text.line(matcher.end())).length();
            findings.error(
                    Code.RENAME_UNANSWERED,
                    text.span(matcher.end() - "rename?".length(), end),
                    text.span(matcher.end() - "rename?".length(), end),
                    "nobody has said yet whether this is a loss or only another name",
                    "write the rename, or take the comment away");
        }
    }
}
