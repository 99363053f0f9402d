package dev.mig.script;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.TableChange;
import dev.mig.model.View;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Views whose text still refers to a table or column by its old name after a rename. Some databases neither update
 * such views nor complain until they are read, so a revision that leaves one behind is refused. Dropping the view
 * first, or recreating it afterwards, is fine.
 */
final class StaleViews {
    private record Suspect(String because, Span span) {}

    /** It stands for the columns of the day on which the view was made. */
    private static final Pattern EVERY_COLUMN = Pattern.compile("(?i)(\\bselect\\s+(distinct\\s+)?|,\\s*|\\.)\\*");

    private final SqlStyle style;
    private final Folding folding;
    private final Map<String, Suspect> suspects = new LinkedHashMap<>();

    StaleViews(SqlStyle style) {
        this.style = style;
        this.folding = style.folding();
    }

    /** Of operations in their order. */
    void note(Operation operation, SchemaModel before) {
        if (style.has(Feature.VIEWS_FOLLOW)) {
            return;
        }
        switch (operation) {
            case Operation.CreateView it -> suspects.remove(folding.key(it.name()));
            case Operation.RenameTable it ->
                suspect(it.table(), null, "table \"" + it.table() + "\"", it.span(), before);
            case Operation.AlterTable it -> it.changes().forEach(change -> note(it.table(), change, before));
            case Operation.OutsideTransaction it -> {
                SchemaModel now = before;
                for (Operation inside : it.operations()) {
                    note(inside, now);
                    now = now.apply(inside);
                }
            }
            case Operation other -> {}
        }
    }

    private void note(QualifiedIdentifier table, TableChange change, SchemaModel before) {
        if (change instanceof TableChange.RenameColumn(Identifier column, Identifier to, Span span)) {
            suspect(table, column, "column \"" + column + "\" of \"" + table + "\"", span, before);
        }
    }

    /** @param column null for the table itself */
    private void suspect(
            QualifiedIdentifier table, @Nullable Identifier column, String because, Span span, SchemaModel before) {
        for (View view : before.views()) {
            Set<String> names = RawSql.names(view.query(), folding);
            boolean reads = column == null
                    || names.contains(folding.key(column))
                    || EVERY_COLUMN.matcher(view.query()).find();
            if (reads && names.contains(folding.key(table.name()))) {
                suspects.putIfAbsent(folding.key(view.name()), new Suspect(because, span));
            }
        }
    }

    /** @param after what all of the operations leave behind */
    List<Diagnostic> problems(SchemaModel after) {
        List<Diagnostic> problems = new ArrayList<>();
        for (View view : after.views()) {
            Suspect suspect = suspects.get(folding.key(view.name()));
            if (suspect != null) {
                QualifiedIdentifier name = view.name();
                problems.add(Diagnostic.error(
                        Code.STILL_NEEDED,
                        suspect.span(),
                        "view \"" + name + "\" would go on naming " + suspect.because() + ", and " + style.name()
                                + " says so only when it is read",
                        "before: drop view " + name,
                        "after: create view " + name + " with the new name"));
            }
        }
        return problems;
    }
}
