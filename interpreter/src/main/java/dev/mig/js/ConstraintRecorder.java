package dev.mig.js;

import dev.mig.syntax.tree.TableItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a table: the same calls within {@code createTable}, and with other names in {@code alterTable}.
 */
final class ConstraintRecorder {
    interface Taker {
        /** @param notValid whether rows that are there already are not looked at */
        void take(TableItem.Constraint constraint, boolean notValid);
    }

    private final Taker taker;
    private final String[] options;

    /** @param altering whether the table is there already, so that a constraint can leave its rows alone */
    private ConstraintRecorder(boolean altering, Taker taker) {
        this.taker = taker;
        this.options = altering ? new String[] {"name", "notValid"} : new String[] {"name"};
    }

    static void addTo(Methods methods, boolean altering, Taker taker) {
        ConstraintRecorder recorder = new ConstraintRecorder(altering, taker);
        methods.with(altering ? "addPrimaryKey" : "primaryKey", recorder::primaryKey)
                .with(altering ? "addUnique" : "unique", recorder::unique)
                .with(altering ? "addCheck" : "check", recorder::check)
                .with(altering ? "addForeignKey" : "foreignKey", recorder::foreignKey);
    }

    private @Nullable Object primaryKey(Call call) {
        Options given = call.options(1, options);
        return take(call, given, new TableItem.PrimaryKey(call.names(0, "the columns of the key")));
    }

    private @Nullable Object unique(Call call) {
        Options given = call.options(1, options);
        return take(call, given, new TableItem.Unique(call.names(0, "the unique columns")));
    }

    private @Nullable Object check(Call call) {
        Options given = call.options(1, options);
        return take(call, given, new TableItem.Check(call.expression(0, "a condition")));
    }

    private @Nullable Object foreignKey(Call call) {
        boolean columns = call.has(2) && !ValueKinds.isPlain(call.any(2, "columns"));
        Options given = ColumnRecorder.options(call, columns ? 3 : 2, options);
        return take(
                call,
                given,
                new TableItem.ForeignKey(
                        call.names(0, "the columns of the foreign key"), ColumnRecorder.references(call, 1, options)));
    }

    private @Nullable Object take(Call call, Options given, TableItem.ConstraintBody body) {
        boolean notValid = List.of(options).contains("notValid") && given.flag("notValid");
        taker.take(new TableItem.Constraint(given.name("name"), body, call.span()), notValid);
        return null;
    }
}
