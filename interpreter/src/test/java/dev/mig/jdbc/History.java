package dev.mig.jdbc;

import dev.mig.model.Grade;
import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import dev.mig.revision.Applied;
import dev.mig.revision.Plan;
import dev.mig.revision.Planner;
import dev.mig.revision.RevisionGraph;
import dev.mig.revision.Target;
import dev.mig.script.Dialect;
import dev.mig.script.Script;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.Header;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A line of revisions made of operations, without files: each revises the one before. */
final class History {
    private final Map<String, Migration> migrations = new LinkedHashMap<>();
    private String last = "";

    History revision(String id, List<? extends Operation> upgrade, List<? extends Operation> downgrade) {
        return revision(id, upgrade, downgrade, Header.Timeouts.NONE);
    }

    History revision(
            String id,
            List<? extends Operation> upgrade,
            List<? extends Operation> downgrade,
            Header.Timeouts timeouts) {
        String text = "revision " + id + (last.isEmpty() ? "" : "\nrevises " + last);
        Source source = new Source(id + ".mig", text);
        List<Header.Ref> parents = last.isEmpty()
                ? List.of()
                : List.of(new Header.Ref(last, source.span(text.length() - last.length(), text.length())));
        Header header = new Header(
                new Header.Ref(id, source.span(9, 9 + id.length())),
                "",
                parents,
                List.of(),
                List.of(),
                timeouts,
                null,
                new Span(source, 0, text.length()));
        migrations.put(id, new Migration(header, steps(upgrade), new Migration.Back(steps(downgrade), true)));
        last = id;
        return this;
    }

    private static List<Migration.Step> steps(List<? extends Operation> operations) {
        return operations.stream()
                .map(it -> new Migration.Step(it, Grade.REVERSIBLE))
                .toList();
    }

    Script upgrade(Collection<String> rows, String target, Dialect dialect) {
        RevisionGraph graph = graph();
        Applied applied = Applied.of(graph, rows);
        return compile(Planner.upgrade(graph, applied, List.of(Target.parse(target))), applied, dialect);
    }

    Script downgrade(Collection<String> rows, String target, Dialect dialect) {
        RevisionGraph graph = graph();
        Applied applied = Applied.of(graph, rows);
        return compile(Planner.downgrade(graph, applied, Target.parse(target)), applied, dialect);
    }

    RevisionGraph graph() {
        return RevisionGraph.of(
                migrations.values().stream().map(Migration::header).toList());
    }

    private Script compile(Plan plan, Applied applied, Dialect dialect) {
        List<Operation> before = new ArrayList<>();
        applied.revisions().forEach(it -> migration(it.id()).upgrade().forEach(step -> before.add(step.operation())));
        SchemaModel schema = SchemaModel.empty(dialect.style().folding()).applyAll(before);
        return new ScriptCompiler(dialect).compile(plan, it -> migration(it.id()), schema);
    }

    private Migration migration(String id) {
        return Objects.requireNonNull(migrations.get(id), id);
    }
}
