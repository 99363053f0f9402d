package dev.mig.script;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.EnumType;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.source.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * Enum types on MySQL and MariaDB, where they exist only within columns: changing the type means changing every such
 * column. Only the replayed schema knows the type itself.
 */
final class MysqlEnums {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;
    private final MysqlColumns columns;

    MysqlEnums(SqlStyle style, Spelling spelling, Drafts drafts, MysqlColumns columns) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
        this.columns = columns;
    }

    void addValue(Operation.AddEnumValue it, SchemaModel before) {
        if (isKnown(it.type(), before)) {
            SchemaModel after = before.apply(it);
            for (Table table : after.tablesWithType(it.type())) {
                for (Column column : columnsOf(it.type(), table)) {
                    modify(table, column);
                }
            }
        }
    }

    /** Rows store a value by its text: the new value is added, the rows are updated, and the old value is removed. */
    void renameValue(Operation.RenameEnumValue it, SchemaModel before) {
        if (!isKnown(it.type(), before)) {
            return;
        }
        SchemaModel after = before.apply(it);
        for (Table table : before.tablesWithType(it.type())) {
            for (Column column : columnsOf(it.type(), table)) {
                modify(table, column.withType(withBoth((ColumnType.Enum) column.type(), it.to())));
                String name = spelling.name(column.name());
                drafts.rows(BoundSql.of("update " + spelling.name(table.name()) + " set " + name + " = "
                        + style.literals().string(it.to()) + " where " + name + " = "
                        + style.literals().string(it.value())));
                after.table(table.name())
                        .known()
                        .flatMap(renamed -> renamed.column(column.name(), style.folding()))
                        .ifPresent(renamed -> modify(table, renamed));
            }
        }
    }

    private static ColumnType withBoth(ColumnType.Enum type, String to) {
        List<String> values = new ArrayList<>(type.values());
        values.add(to);
        return new ColumnType.Enum(type.name(), values);
    }

    private List<Column> columnsOf(QualifiedIdentifier type, Table table) {
        return table.columns().stream()
                .filter(it -> it.type() instanceof ColumnType.Enum(var name, var values)
                        && style.folding().same(name, type))
                .toList();
    }

    private void modify(Table table, Column column) {
        drafts.structure("alter table " + spelling.name(table.name()) + " modify column "
                + columns.definition(column, table.isNeverNull(column, style.folding())));
    }

    private boolean isKnown(QualifiedIdentifier type, SchemaModel before) {
        EnumType known = before.enumType(type).known().orElse(null);
        if (known == null) {
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    style.name() + " keeps type \"" + type + "\" in each column that is of it, and which those are is"
                            + " not known",
                    "create the type in a revision before");
        }
        return known != null;
    }
}
