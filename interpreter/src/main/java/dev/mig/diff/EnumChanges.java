package dev.mig.diff;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.EnumType;
import dev.mig.model.Folding;
import dev.mig.model.Operation;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes of enum types: created before the columns that use them, dropped after.
 *
 * <p>They are compared as written, because not every database has enum types.
 */
final class EnumChanges {
    private static final Span NOWHERE = Span.none();

    private final Changes changes;
    private final Folding folding;
    private final boolean columnsNameValues;

    EnumChanges(Changes changes, boolean columnsNameValues) {
        this.changes = changes;
        this.columnsNameValues = columnsNameValues;
        this.folding = changes.folding();
    }

    /** Whether both are the same enum, whatever its values. */
    static boolean sameEnum(ColumnType one, ColumnType other, Folding folding) {
        return switch (one) {
            case ColumnType.Enum it -> other instanceof ColumnType.Enum also && folding.same(it.name(), also.name());
            case ColumnType.Array(ColumnType element) ->
                other instanceof ColumnType.Array(ColumnType also) && sameEnum(element, also, folding);
            case ColumnType it -> false;
        };
    }

    void comeAndChange() {
        for (EnumType wanted : changes.to().written().enumTypes()) {
            EnumType there =
                    changes.now().written().enumType(wanted.name()).known().orElse(null);
            if (there == null) {
                changes.add(new Operation.CreateEnum(wanted.name(), wanted.values(), NOWHERE));
            } else if (isSubsequence(there.values(), wanted.values())) {
                grow(there, wanted.values());
            } else {
                remake(there, wanted);
            }
        }
    }

    void go() {
        for (EnumType there : changes.now().written().enumTypes()) {
            if (changes.to().written().enumType(there.name()).known().isEmpty()) {
                changes.add(new Operation.DropType(there.name(), NOWHERE));
            }
        }
    }

    private static boolean isSubsequence(List<String> some, List<String> all) {
        int found = 0;
        for (String value : all) {
            if (found < some.size() && some.get(found).equals(value)) {
                found++;
            }
        }
        return found == some.size();
    }

    private void grow(EnumType there, List<String> wanted) {
        List<String> values = new ArrayList<>(there.values());
        for (int at = 0; at < wanted.size(); at++) {
            String value = wanted.get(at);
            if (values.contains(value)) {
                continue;
            }
            boolean last = at == values.size();
            String before = last || at > 0 ? null : values.getFirst();
            String after = last || at == 0 ? null : wanted.get(at - 1);
            changes.add(new Operation.AddEnumValue(there.name(), value, before, after, NOWHERE));
            values.add(at, value);
        }
    }

    /**
     * No database can remove an enum value: the columns become text temporarily. A value in use stops the
     * migration there.
     */
    private void remake(EnumType there, EnumType wanted) {
        List<Table> users = changes.now().written().tablesWithType(there.name());
        forgetDefaults(users, there);
        retype(users, there, it -> text(there));
        changes.add(new Operation.DropType(there.name(), NOWHERE));
        changes.add(new Operation.CreateEnum(wanted.name(), wanted.values(), NOWHERE));
        retype(users, there, it -> new ColumnType.Enum(wanted.name(), wanted.values()));
    }

    /** Where enums are inline, an index may cover the column, and unbounded text cannot be indexed there. */
    private ColumnType text(EnumType type) {
        int longest = type.values().stream().mapToInt(String::length).max().orElse(1);
        return columnsNameValues ? new ColumnType.Varchar(Math.max(longest, 1)) : ColumnType.Plain.TEXT;
    }

    /** They depend on the type as well, and are set again when the rest of the table is changed. */
    private void forgetDefaults(List<Table> users, EnumType type) {
        for (Table table : users) {
            List<TableChange> forgotten = new ArrayList<>();
            for (Column column : table.columns()) {
                if (isOf(column.type(), type) && column.defaultValue() != null) {
                    forgotten.add(new TableChange.SetDefault(column.name(), null, NOWHERE));
                }
            }
            changes.alter(table.name(), forgotten);
        }
    }

    private void retype(List<Table> users, EnumType type, UnaryOperator<ColumnType> to) {
        for (Table table : users) {
            List<TableChange> retyped = new ArrayList<>();
            for (Column column : table.columns()) {
                if (isOf(column.type(), type)) {
                    ColumnType changed = changed(column.type(), type, to);
                    retyped.add(new TableChange.SetType(column.name(), changed, null, null, NOWHERE));
                }
            }
            changes.alter(table.name(), retyped);
        }
    }

    private boolean isOf(ColumnType type, EnumType of) {
        return sameEnum(element(type), new ColumnType.Enum(of.name(), of.values()), folding);
    }

    private static ColumnType element(ColumnType type) {
        return type instanceof ColumnType.Array(ColumnType inner) ? element(inner) : type;
    }

    private ColumnType changed(ColumnType type, EnumType of, UnaryOperator<ColumnType> to) {
        return switch (type) {
            case ColumnType.Array(ColumnType element) -> new ColumnType.Array(changed(element, of, to));
            case ColumnType.Enum it when folding.same(it.name(), of.name()) -> to.apply(it);
            case ColumnType it -> it;
        };
    }
}
