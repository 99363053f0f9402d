package dev.mig.script;

import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.revision.PartialMarker;
import dev.mig.revision.Revision;
import dev.mig.revision.RowChange;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.syntax.tree.Header.Timeouts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes a script as SQL to be run by hand: the statements that a run would send, and guards that stop a second or
 * partial execution instead of letting it do harm.
 *
 * <p>Before each revision a guard compares the version table with what the plan expects. A revision that cannot be
 * one transaction marks its row as half done until it is finished, so that no guard lets a second attempt through.
 * The journal is left alone: a runner takes the version table's word for what it does not explain.
 */
public final class SqlWriter {
    /** Rows of a file that one statement inserts. */
    private static final int ROWS = 100;

    private final SqlStyle style;
    private final VersionSql versions;
    private final Guard guard;
    private final String table;
    private final OfflineLimits limits;
    private final SqlLayout page;

    /**
     * @param version the version table
     * @param timeouts what wins over the headers of the revisions
     * @param text takes whole lines, one or several at a time, with the line ends
     */
    public SqlWriter(Dialect dialect, QualifiedIdentifier version, Timeouts timeouts, Consumer<String> text) {
        this.style = dialect.style();
        this.versions = new VersionSql(version, dialect);
        this.guard = new Guard(style);
        this.table = style.quoted(version);
        this.limits = new OfflineLimits(style, timeouts);
        this.page = new SqlLayout(style.lexicon(), text);
    }

    /** @throws dev.mig.source.DiagnosticException for a file of rows that cannot be read, perhaps in the middle */
    public void write(Script script) {
        List<Restatement> restatements = restatements(script);
        OfflineStyle offline = style.offline();
        page.comment(script.plan().direction().word() + " from "
                + named(script.plan().rowsBefore()) + " to "
                + named(script.plan().rowsAfter()) + ", for "
                + style.name());
        if (script.isEmpty()) {
            page.comment("nothing to do: " + script.plan().reason());
            return;
        }
        page.comment("run it with a client that stops at the first error: " + offline.client());
        List<String> opening = new ArrayList<>(offline.preamble());
        if (restatements.stream().anyMatch(Restatement::movesRows)) {
            opening.add(Restatement.FOREIGN_KEYS_OFF);
        }
        if (script.plan().rowsBefore().isEmpty()) {
            opening.addAll(versions.create());
        }
        if (!opening.isEmpty()) {
            page.blank();
            opening.forEach(page::statement);
        }
        boolean together = script.transactions() == Transactions.ALL;
        if (together) {
            page.blank();
            beginAt(script.plan().rowsBefore());
        }
        for (ScriptStep step : script.steps()) {
            title(step);
            Timeouts header = step.step().revision().header().timeouts();
            limits.set(header).forEach(page::statement);
            if (together) {
                step.statements().forEach(this::statement);
                changes(step.step().changes());
            } else if (step.isTransactional()) {
                whole(step);
            } else {
                inParts(step);
            }
            limits.back(header).forEach(page::statement);
        }
        if (together) {
            page.blank();
            commit();
        }
    }

    private void title(ScriptStep step) {
        Revision revision = step.step().revision();
        String message = revision.message().isEmpty() ? "" : " '" + revision.message() + "'";
        page.blank();
        page.comment(step.step().direction().word() + " " + revision.id() + message + ", "
                + step.grade().name().toLowerCase(Locale.ROOT));
        for (Diagnostic note : step.notes()) {
            page.comment("note: " + note.message());
        }
        if (limits.misses(revision.header().timeouts())) {
            page.comment("note: " + style.name() + " has no statement that limits how long another one runs");
        }
    }

    private void whole(ScriptStep step) {
        beginAt(step.step().rowsBefore());
        step.statements().forEach(this::statement);
        changes(step.step().changes());
        commit();
    }

    private void inParts(ScriptStep step) {
        String half = PartialMarker.row(step.revision());
        page.comment("not one transaction: while the version table says \"" + half + "\", this revision is half done");
        boolean open = style.transactionalDdl();
        if (open) {
            begin();
        }
        expect(step.step().rowsBefore());
        changes(PartialMarker.begun(step.step()));
        boolean first = true;
        for (Part part : step.parts()) {
            boolean wanted = part.transactional()
                    && (style.transactionalDdl() || part.statements().size() > 1);
            if (open && !(first && wanted)) {
                commit();
                open = false;
            }
            if (wanted && !open) {
                begin();
            }
            open = wanted;
            first = false;
            part.statements().forEach(this::statement);
        }
        List<RowChange> finished = PartialMarker.finished(step.step());
        if (!open && finished.size() > 1) {
            begin();
            open = true;
        }
        changes(finished);
        if (open) {
            commit();
        }
    }

    /** The guard holds until the end of the transaction where a database lets it. */
    private void beginAt(Collection<String> rows) {
        begin();
        expect(rows);
    }

    private void begin() {
        style.offline().begin().forEach(it -> page.statement(it.replace("{table}", table)));
    }

    private void commit() {
        page.statement(style.offline().commit());
    }

    private void expect(Collection<String> rows) {
        guard.against(versions.differsFrom(rows), "the database is not at " + named(rows))
                .forEach(page::statement);
    }

    private void changes(List<RowChange> changes) {
        changes.forEach(it -> page.statement(versions.change(it).literal(style)));
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Execute it -> page.statement(it.literal(style));
            case Statement.Restated it -> restated(it);
            case Statement.Require it -> require(it);
            case Statement.Load it -> load(it);
            case Statement.Run it ->
                page.comment(it.what() + " of " + it.span().location()
                        + ": only a run can do what stands there in JavaScript, and it is not in this file");
            case Statement.Batched it -> {
                page.comment("in batches of " + it.size() + " when a run does it, here in one statement");
                page.statement(it.head().literal(style) + (it.where() == null ? "" : " where " + it.where()));
            }
        }
    }

    /** What makes a script of it, and what stands outside every transaction, was seen to before. */
    private void restated(Statement.Restated restated) {
        SqliteMaster told = restated.told();
        if (told != null) {
            restated.how()
                    .unforeseen(told)
                    .ifPresent(it -> guard.against(
                                    it,
                                    "\"" + restated.how().about()
                                            + "\" has triggers or indexes that no revision knows of, or in other words")
                            .forEach(page::statement));
        }
        restated.known().ifPresent(it -> it.forEach(page::statement));
        restated.how()
                .broken()
                .ifPresent(it -> guard.against(it, restated.what() + " leaves rows that refer to what is not there")
                        .forEach(page::statement));
    }

    /** What only the database can complete is refused before anything is written. */
    private static List<Restatement> restatements(Script script) {
        List<Statement.Restated> all = script.steps().stream()
                .flatMap(it -> it.statements().stream())
                .filter(Statement.Restated.class::isInstance)
                .map(Statement.Restated.class::cast)
                .toList();
        List<Diagnostic> unknown = all.stream()
                .filter(it -> it.told() == null)
                .map(it -> Diagnostic.error(
                        Code.NEEDS_SCHEMA,
                        it.span(),
                        script.style().name() + " must make \"" + it.how().about()
                                + "\" anew for this, and the revisions do not tell what it is made of",
                        "run it with a connection: the database tells",
                        "or say in a revision what raw SQL made of it: touches { create table … }"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new DiagnosticException(unknown);
        }
        return all.stream().map(Statement.Restated::how).toList();
    }

    private void require(Statement.Require require) {
        String message = require.message();
        guard.against(
                        "(" + require.query() + ") <> 1",
                        message == null ? "this revision requires " + require.condition() : message)
                .forEach(page::statement);
    }

    private void load(Statement.Load load) {
        page.comment(load.what());
        try (LoadRows rows = LoadRows.open(load, style)) {
            List<String> values = new ArrayList<>();
            CsvRow row = rows.next();
            while (row != null) {
                values.add(values(rows.columns(), row));
                row = rows.next();
                if (values.size() == ROWS || row == null) {
                    page.statement(rows.insert() + "\n  " + String.join(",\n  ", values));
                    values.clear();
                }
            }
        }
    }

    private String values(List<Statement.Load.Column> columns, CsvRow row) {
        StringBuilder values = new StringBuilder("(");
        for (int i = 0; i < columns.size(); i++) {
            String field = row.fields().get(i);
            SqlValue value = field == null ? new SqlValue.Null() : new SqlValue.Text(field);
            values.append(i == 0 ? "" : ", ")
                    .append(columns.get(i)
                            .placeholder()
                            .replace("?", style.literals().of(value)));
        }
        return values.append(")").toString();
    }

    private static String named(Collection<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }
}
