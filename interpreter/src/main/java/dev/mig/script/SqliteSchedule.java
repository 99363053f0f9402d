package dev.mig.script;

import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders the changes of one {@code alter table}: SQLite makes them in place where it can; if one needs a rebuild, all
 * of them go into it, so that there is only one.
 *
 * <p>A column is always renamed in place, since SQLite then finds it in every view, trigger and foreign key. That
 * comes after the rebuild, which may have to repeat triggers as the revisions wrote them; it comes before it only
 * where a later change knows the new name already.
 */
final class SqliteSchedule {
    sealed interface Step {
        List<TableChange> changes();
    }

    /** A change that is no renaming: the edit, and the statement that does the same in place if there is one. */
    record Work(SqliteEdit edit, @Nullable String inPlace, List<TableChange> changes) implements Step {
        Work {
            changes = List.copyOf(changes);
        }
    }

    /** The names in lower case. */
    record Renaming(String from, String to, String sql, TableChange.RenameColumn change) implements Step {
        @Override
        public List<TableChange> changes() {
            return List.of(change);
        }
    }

    private final QualifiedIdentifier table;
    private final SqlStyle style;
    private final Drafts drafts;
    private final List<Work> waiting = new ArrayList<>();
    private final List<Renaming> after = new ArrayList<>();
    private SchemaModel now;

    private SqliteSchedule(QualifiedIdentifier table, SchemaModel before, SqlStyle style, Drafts drafts) {
        this.table = table;
        this.style = style;
        this.drafts = drafts;
        this.now = before;
    }

    static void write(List<Step> steps, QualifiedIdentifier table, SchemaModel before, SqlStyle style, Drafts drafts) {
        SqliteSchedule schedule = new SqliteSchedule(table, before, style, drafts);
        for (int i = 0; i < steps.size(); i++) {
            schedule.add(steps.get(i), steps.subList(i + 1, steps.size()));
        }
        schedule.send();
    }

    private void add(Step step, List<Step> later) {
        switch (step) {
            case Work work -> {
                if (after.stream().anyMatch(it -> knows(work, it))) {
                    send();
                }
                waiting.add(work);
            }
            case Renaming renaming -> {
                boolean known = later.stream().anyMatch(it -> knows(it, renaming));
                boolean free = after.isEmpty() && waiting.stream().noneMatch(it -> knows(it, renaming));
                if (known && free) {
                    send(renaming);
                } else {
                    after.add(renaming);
                }
            }
        }
    }

    private static boolean knows(Step step, Renaming renaming) {
        return switch (step) {
            case Work it -> it.edit().mentions(renaming.from()) || it.edit().mentions(renaming.to());
            case Renaming it -> false;
        };
    }

    private void send() {
        if (waiting.stream().allMatch(it -> it.inPlace() != null)) {
            for (Work work : waiting) {
                drafts.at(work.edit().span());
                drafts.structure(String.valueOf(work.inPlace()));
            }
        } else {
            drafts.at(waiting.getFirst().edit().span());
            drafts.restated(
                    new SqliteRebuild(
                            table.name(),
                            style,
                            waiting.stream().map(Work::edit).toList()),
                    SqliteModel.of(now, table, style).orElse(null));
        }
        waiting.forEach(it -> done(it.changes()));
        waiting.clear();
        after.forEach(this::send);
        after.clear();
    }

    private void send(Renaming renaming) {
        drafts.at(renaming.change().span());
        drafts.structure(renaming.sql());
        done(renaming.changes());
    }

    private void done(List<TableChange> changes) {
        now = now.apply(new Operation.AlterTable(table, changes, Span.none()));
    }
}
