package dev.mig.lint;

import dev.mig.compile.Grades;
import dev.mig.diff.StatementTree;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Grade;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.TableChange;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.syntax.tree.TableItem.Storage;
import dev.mig.syntax.tree.Value.Word;
import java.util.List;
import java.util.Optional;

/** Rules about {@code alter table} on a table in use. */
final class ChangeRules {
    private final Locking locking;
    private final NewObjects made;
    private final Findings findings;
    private final StatementTree tree;

    ChangeRules(Locking locking, NewObjects made, Findings findings, StatementTree tree) {
        this.locking = locking;
        this.made = made;
        this.findings = findings;
        this.tree = tree;
    }

    void look(Operation.AlterTable alter, SchemaModel before) {
        SchemaModel model = before;
        for (TableChange change : alter.changes()) {
            if (!made.table(alter.table())) {
                look(new Place(alter.table(), change.span(), alter.span()), change, model);
            }
            model = model.apply(single(alter.table(), change));
            made.note(alter.table(), change);
        }
    }

    /** @param statement that holds the action at the span */
    private record Place(QualifiedIdentifier table, Span span, Span statement) {}

    private static Operation single(QualifiedIdentifier table, TableChange change) {
        return new Operation.AlterTable(table, List.of(change), Span.none());
    }

    private void look(Place place, TableChange change, SchemaModel before) {
        switch (change) {
            case TableChange.AddColumn it -> addColumn(place, it.column());
            case TableChange.DropColumn it -> dropColumn(place, it.column());
            case TableChange.RenameColumn it -> renameColumn(place, it);
            case TableChange.SetType it -> setType(place, it, before);
            case TableChange.SetNotNull it -> {
                if (!made.column(place.table(), it.column())) {
                    if (it.notNull()) {
                        setNotNull(place, it.column());
                    } else {
                        dropNotNull(place, it.column());
                    }
                }
            }
            case TableChange.AddConstraint it -> addConstraint(place, it);
            case TableChange.ValidateConstraint it -> validate(place, it);
            case TableChange.SetSchema it -> renamed(place, "table " + place.table() + " moves to another schema");
            case TableChange.SetDefault it -> {}
            case TableChange.SetComment it -> {}
            case TableChange.SetIdentity it -> {}
            case TableChange.DropConstraint it -> {}
            case TableChange.RenameConstraint it -> {}
        }
    }

    // ---- columns

    private void addColumn(Place place, Column column) {
        boolean fillsItself = column.defaultValue() != null || column.identity() != null || column.generated() != null;
        if (column.notNull() && !fillsItself) {
            String table = place.table().toString();
            findings.error(
                    Code.NOT_NULL_WITHOUT_DEFAULT,
                    place.span(),
                    place.statement(),
                    "column " + column.name() + " is not null and has no default: it cannot be added where " + table
                            + " has rows",
                    "in three steps: " + tree.text(single(place.table(), adding(column.withNotNull(false)))),
                    "update " + table + " set " + column.name() + " = … batch 5000",
                    "alter table " + table + " alter column " + column.name() + " set not null");
        } else if (locking == Locking.GRADED && isComputedForEach(column)) {
            findings.warn(
                    Code.COLUMN_REWRITES,
                    place.span(),
                    place.statement(),
                    "every row of " + place.table() + " is written again, and nobody can read it meanwhile: what fills"
                            + " column " + column.name() + " is another value for each",
                    "add it without, set the default, and fill the rows there are in batches");
        }
    }

    private static TableChange adding(Column column) {
        return new TableChange.AddColumn(column, Span.none());
    }

    private static boolean isComputedForEach(Column column) {
        boolean stored = column.generated() != null && column.generated().storage() != Storage.VIRTUAL;
        boolean varies = switch (column.defaultValue()) {
            case null -> false;
            case SqlValue.Keyword(Word word) -> word == Word.GEN_RANDOM_UUID;
            case SqlValue.Call it -> true;
            case SqlValue.Expression it -> it.sql().contains("(") && it.sql().matches("(?s).*\\w\\s*\\(.*");
            case SqlValue it -> false;
        };
        return stored || varies || column.identity() != null;
    }

    private void dropColumn(Place place, Identifier column) {
        if (!made.column(place.table(), column)) {
            findings.error(
                    Code.COLUMN_DROPPED,
                    place.span(),
                    place.statement(),
                    "column " + place.table() + "." + column
                            + " goes with its values, under programs that may still name it",
                    "let programs forget it first, and drop it in a later revision");
        }
    }

    private void renameColumn(Place place, TableChange.RenameColumn it) {
        if (!made.column(place.table(), it.column())) {
            renamed(place, "column " + place.table() + "." + it.column() + " gets another name");
        }
    }

    private void renamed(Place place, String what) {
        findings.error(
                Code.RENAMED_IN_USE,
                place.span(),
                place.statement(),
                "programs that run while " + what + " do not find it any more",
                "add the new one, write to both, fill it in batches, read from it, and drop the old one later");
    }

    private void setType(Place place, TableChange.SetType it, SchemaModel before) {
        if (made.column(place.table(), it.column())) {
            return;
        }
        Optional<ColumnType> from = before.table(place.table())
                .known()
                .flatMap(table -> table.column(it.column(), before.folding()))
                .map(Column::type);
        String column = place.table() + "." + it.column();
        if (from.isEmpty() ? locking != Locking.WHOLE : locking.rewrites(from.get(), it.type())) {
            findings.error(
                    Code.TYPE_REWRITES,
                    place.span(),
                    place.statement(),
                    "every row of " + place.table() + " is written again for the new type of " + column
                            + ", and nobody can use the table meanwhile",
                    "add a column of the new type, fill it in batches, let programs change over, and drop the old one");
        }
        boolean plain = it.using() == null;
        boolean lossy = plain
                && from.isPresent()
                && Grades.of(List.of(single(place.table(), it)), before)
                                .getFirst()
                                .grade()
                        == Grade.LOSSY;
        if (lossy) {
            findings.error(
                    Code.TYPE_NARROWS,
                    place.span(),
                    place.statement(),
                    column + " may hold values that its new type does not: the change fails, or cuts them",
                    "make sure first: require (not exists (select 1 from " + place.table() + " where …))");
        }
    }

    private void setNotNull(Place place, Identifier column) {
        String table = place.table().toString();
        switch (locking) {
            case GRADED ->
                findings.error(
                        Code.NOT_NULL_SCANS,
                        place.span(),
                        place.statement(),
                        "all of " + table + " is read for a null in " + column
                                + ", and nobody can use the table meanwhile",
                        "alter table " + table + " add constraint ck_" + column + " check (" + column
                                + " is not null) not valid",
                        "in the next revision: alter table " + table + " validate constraint ck_" + column
                                + "; then set not null finds it proven, and the check can go");
            case ONLINE, WHOLE ->
                findings.warn(
                        Code.NOT_NULL_SCANS,
                        place.span(),
                        place.statement(),
                        "it fails where a row of " + table + " has a null in " + column,
                        "fill them before: update " + table + " set " + column + " = … where (" + column + " is null)");
        }
    }

    private void dropNotNull(Place place, Identifier column) {
        findings.warn(
                Code.NULLS_LET_IN,
                place.span(),
                place.statement(),
                "programs that count on a value in " + place.table() + "." + column + " may find none",
                "release programs first that know what to do with null");
    }

    // ---- constraints

    private void addConstraint(Place place, TableChange.AddConstraint it) {
        if (locking == Locking.WHOLE || it.notValid()) {
            return;
        }
        boolean graded = locking == Locking.GRADED;
        String table = place.table().toString();
        Identifier name = it.constraint().name();
        String gentle =
                tree.text(single(place.table(), new TableChange.AddConstraint(it.constraint(), true, Span.none())));
        String next = "in the next revision: alter table " + table + " validate constraint " + name;
        switch (it.constraint()) {
            case Constraint.ForeignKey key
            when graded ->
                findings.error(
                        Code.FOREIGN_KEY_BLOCKS,
                        place.span(),
                        place.statement(),
                        "nobody can write to " + table + " or " + key.target()
                                + " until every row is checked against the foreign key",
                        gentle,
                        next);
            case Constraint.ForeignKey key ->
                findings.warn(
                        Code.FOREIGN_KEY_BLOCKS,
                        place.span(),
                        place.statement(),
                        "nobody can write to " + table + " until it is copied, its rows checked against "
                                + key.target(),
                        "when few are using it");
            case Constraint.Check check
            when graded ->
                findings.error(
                        Code.CHECK_BLOCKS,
                        place.span(),
                        place.statement(),
                        "nobody can use " + table + " until every row is checked",
                        gentle,
                        next);
            case Constraint.Unique key when graded -> keyBlocks(place, key.columns());
            case Constraint.PrimaryKey key when graded -> keyBlocks(place, key.columns());
            case Constraint other -> {
                // Done beside those who write.
            }
        }
    }

    private void keyBlocks(Place place, List<Identifier> columns) {
        String list =
                String.join(", ", columns.stream().map(Identifier::toString).toList());
        findings.error(
                Code.KEY_BLOCKS,
                place.span(),
                place.statement(),
                "nobody can use " + place.table() + " until the index of the key is built",
                "an index does the same work: create unique index concurrently on " + place.table() + " (" + list
                        + ")");
    }

    private void validate(Place place, TableChange.ValidateConstraint it) {
        if (locking == Locking.GRADED && made.unchecked(place.table(), it.name())) {
            findings.warn(
                    Code.VALIDATED_TOGETHER,
                    place.span(),
                    place.statement(),
                    "the lock that adding constraint " + it.name() + " took is held while every row is checked",
                    "validate it in a revision of its own");
        }
    }
}
