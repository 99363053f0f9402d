package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import java.util.List;

/** What prevents MySQL or MariaDB from changing a column; each is refused with a hint about what to drop first. */
final class MysqlObstacles {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;
    private final MysqlColumns columns;
    private final Folding folding;

    MysqlObstacles(SqlStyle style, Spelling spelling, Drafts drafts, MysqlColumns columns) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
        this.columns = columns;
        this.folding = style.folding();
    }

    /** A column that becomes text cannot be in a key. */
    void toText(Identifier column, Table table) {
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey it
                when holds(it.columns(), column) -> columns.requireNoText(table, List.of(column), false);
                case Constraint.Unique it
                when holds(it.columns(), column) -> columns.requireNoText(table, List.of(column), true);
                case Constraint other -> {}
            }
        }
        for (Index index : table.indexes()) {
            if (index.elements().stream()
                    .anyMatch(it -> it.key() instanceof Index.ColumnKey(Identifier key) && folding.same(key, column))) {
                columns.requireNoText(
                        table,
                        List.of(column),
                        index.unique() || index.elements().size() == 1);
            }
        }
    }

    /** MySQL cannot rename a column that generated columns use; MariaDB updates them. */
    void toRename(Identifier column, Table table) {
        if (style.has(Feature.RENAME_FOLLOWED)) {
            return;
        }
        for (Column other : table.columns()) {
            Column.Generated generated = other.generated();
            if (generated != null
                    && RawSql.names(generated.expression(), folding).contains(folding.key(column))) {
                drafts.refuse(
                        "way to rename a column that a generated one is made of: \"" + other.name() + "\" mentions \""
                                + column + "\"",
                        "drop \"" + other.name() + "\" before, and add it again after");
            }
        }
        for (Index index : table.indexes()) {
            boolean plain = index.elements().stream().allMatch(it -> it.key() instanceof Index.ColumnKey);
            if (!plain && table.uses(index, column, folding)) {
                drafts.refuse(
                        "way to rename a column that an index over an expression mentions, like \"" + index.name()
                                + "\"",
                        "drop the index before, and create it again after");
            }
        }
    }

    /** A foreign key fixes the types of both its ends; they can be changed only without it. */
    void toAnotherType(TableChange.SetType change, Table table, SchemaModel schema) {
        Column column = table.column(change.column(), folding).orElse(null);
        if (column == null || spelling.type(column.type()).equals(spelling.type(change.type()))) {
            return;
        }
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            if (holds(key.columns(), change.column())) {
                refuseHeldFast(change, key, table.name());
            }
        }
        for (Table other : schema.tablesReferencing(table.name())) {
            for (Constraint.ForeignKey key : MysqlKeys.keysTo(other, table.name(), schema)) {
                boolean primary = key.targetColumns().isEmpty() && table.isNeverNull(column, folding);
                if (primary || holds(key.targetColumns(), change.column())) {
                    refuseHeldFast(change, key, other.name());
                }
            }
        }
    }

    private void refuseHeldFast(TableChange.SetType change, Constraint.ForeignKey key, QualifiedIdentifier of) {
        drafts.refuse(
                "way to change the type of \"" + change.column() + "\" under foreign key \"" + key.name()
                        + "\" of table \"" + of + "\"",
                "before: alter table " + of + " drop constraint " + key.name(),
                "after both ends have changed: alter table " + of + " add constraint " + key.name() + " foreign key …");
    }

    private boolean holds(List<Identifier> list, Identifier column) {
        return list.stream().anyMatch(it -> folding.same(it, column));
    }
}
