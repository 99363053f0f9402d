package dev.mig.compile;

import dev.mig.model.Grade;
import dev.mig.model.Lookup;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows revisions that are about to be reverted and change tables that no revision creates. The database has these
 * tables as the newest revision left them; from there on, the effect of each downgrade is followed.
 *
 * <p>What they were before an upgrade nobody can ask any more. A downgrade that would have to be derived from that is
 * the one that was derived when the database could still be asked.
 */
public final class DowngradeReplay {
    private final Compilation compilation;
    private final Function<String, Optional<Source>> kept;
    private final Map<QualifiedIdentifier, Table> now;
    private final Map<String, CompiledRevision> revisions;
    private final List<Diagnostic> diagnostics;

    private DowngradeReplay(
            Compilation compilation, Map<QualifiedIdentifier, Table> now, Function<String, Optional<Source>> kept) {
        this.compilation = compilation;
        this.kept = kept;
        this.now = new HashMap<>(now);
        this.revisions = new LinkedHashMap<>(compilation.revisions());
        this.diagnostics = new ArrayList<>(compilation.diagnostics());
    }

    /**
     * @param newestFirst the revisions in the order in which they are taken back
     * @param now the tables of {@link CompiledRevision#outside()} as the database has them
     * @param kept by revision, the statements of the downgrade that was derived when it was applied
     */
    public static Compilation of(
            Compilation compilation,
            List<String> newestFirst,
            Map<QualifiedIdentifier, Table> now,
            Function<String, Optional<Source>> kept) {
        DowngradeReplay unwinding = new DowngradeReplay(compilation, now, kept);
        newestFirst.forEach(unwinding::takeBack);
        return new Compilation(unwinding.revisions, unwinding.diagnostics);
    }

    private void takeBack(String id) {
        CompiledRevision revision = compilation.revisions().get(id);
        if (revision == null || revision.outside().isEmpty()) {
            return;
        }
        SchemaModel after = adopted(revision.after());
        Migration migration = underivable(revision) ? withKept(revision) : revision.migration();
        revisions.put(
                id,
                new CompiledRevision(
                        migration, revision.before(), after, revision.scripts(), revision.rows(), revision.outside()));
        if (migration.downgrade() instanceof Migration.Back(List<Migration.Step> steps, boolean derived)) {
            SchemaModel before =
                    after.applyAll(steps.stream().map(Migration.Step::operation).toList());
            for (QualifiedIdentifier table : Set.copyOf(now.keySet())) {
                before.table(table).known().ifPresentOrElse(it -> now.put(table, it), () -> now.remove(table));
            }
        }
    }

    private SchemaModel adopted(SchemaModel model) {
        SchemaModel with = model;
        for (Map.Entry<QualifiedIdentifier, Table> entry : now.entrySet()) {
            Lookup<Table> known = model.table(entry.getKey());
            if (known instanceof Lookup.Outside || known instanceof Lookup.Unknown) {
                with = with.adopt(entry.getValue());
            }
        }
        return with;
    }

    /** It was valid when it was applied, so it need not be checked. */
    private boolean underivable(CompiledRevision revision) {
        return revision.migration().downgrade() instanceof Migration.Back(List<Migration.Step> steps, boolean derived)
                && derived
                && diagnostics.stream().anyMatch(it -> it.isError() && isOf(it, revision));
    }

    private static boolean isOf(Diagnostic diagnostic, CompiledRevision revision) {
        return diagnostic
                .span()
                .source()
                .equals(revision.migration().header().id().span().source());
    }

    private Migration withKept(CompiledRevision revision) {
        Migration migration = revision.migration();
        Optional<Source> text = kept.apply(revision.id());
        if (text.isEmpty()) {
            return migration;
        }
        diagnostics.removeIf(it -> isOf(it, revision));
        Operation script = new Operation.ExecuteScript(
                text.get(), new Operation.Nothing(), migration.header().id().span());
        // Statements meant to be outside a transaction still are.
        boolean outside = text.get().text().toLowerCase(Locale.ROOT).matches("(?s).*\\bconcurrently\\b.*");
        Operation back = outside ? new Operation.OutsideTransaction(List.of(script), script.span()) : script;
        return new Migration(
                migration.header(),
                migration.upgrade(),
                new Migration.Back(List.of(new Migration.Step(back, Grade.LOSSY)), true));
    }
}
