package dev.mig.diff;

import dev.mig.diff.NormalForm.NormalColumn;
import dev.mig.model.Column;
import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes that turn one table into another of the same name, except foreign keys and indexes.
 *
 * <p>A constraint that the database tells and its author has not written is the database's own way to keep something
 * else, an enum for instance; a unique index it may tell as a constraint. Neither is looked at here.
 */
final class TableChanges {
    private static final Span NOWHERE = Span.none();

    private final NormalForm normal;
    private final Folding folding;
    private final ComparedSchema from;
    private final ComparedSchema to;
    private final Table there;
    private final Table wanted;
    /** By folded name: tables may have a thousand columns, and each is looked up many times. */
    private final Map<String, Column> thereColumns;

    private final Map<String, Column> wantedColumns;
    private final Map<String, Column> thereWritten;
    private final Map<String, Column> wantedWritten;
    private final Set<String> replaced;

    /** Both as the database describes them. */
    TableChanges(NormalForm normal, ComparedSchema from, ComparedSchema to, Table there, Table wanted) {
        this.normal = normal;
        this.folding = to.meaning().folding();
        this.from = from;
        this.to = to;
        this.there = there;
        this.wanted = wanted;
        this.thereColumns = byName(there);
        this.wantedColumns = byName(wanted);
        this.thereWritten = byName(Changes.written(from, there));
        this.wantedWritten = byName(Changes.written(to, wanted));
        this.replaced = replaced();
    }

    private Map<String, Column> byName(Table table) {
        Map<String, Column> columns = new HashMap<>();
        table.columns().forEach(it -> columns.putIfAbsent(folding.key(it.name()), it));
        return columns;
    }

    private @Nullable Column there(Identifier name) {
        return thereColumns.get(folding.key(name));
    }

    private @Nullable Column wanted(Identifier name) {
        return wantedColumns.get(folding.key(name));
    }

    List<TableChange> list() {
        List<TableChange> changes = new ArrayList<>();
        Pairing<Constraint> constraints =
                Pairing.of(plain(there), plain(wanted), it -> folding.key(it.name()), it -> normal.constraint(it));
        for (Constraint constraint : plain(there)) {
            boolean stands = replaced.stream().noneMatch(it -> there.uses(constraint, Identifier.exact(it), folding));
            if (!isWritten(from, there, constraint)) {
                continue;
            }
            if (constraints.going().contains(constraint) || !stands) {
                changes.add(new TableChange.DropConstraint(constraint.name(), false, constraint, NOWHERE));
            } else if (constraints.renamed().containsKey(constraint)) {
                Identifier name = constraints.renamed().get(constraint).name();
                changes.add(new TableChange.RenameConstraint(constraint.name(), written(name), NOWHERE));
            }
        }
        for (Column column : formulasFirst(there)) {
            if (isReplaced(column.name()) || wanted(column.name()) == null) {
                changes.add(new TableChange.DropColumn(column.name(), false, null, NOWHERE));
            }
        }
        for (Column column : formulasLast(wanted)) {
            Column before = there(column.name());
            if (before == null || isReplaced(column.name())) {
                changes.add(new TableChange.AddColumn(writtenWanted(column), NOWHERE));
            } else {
                changes.addAll(changes(before, column));
            }
        }
        for (Constraint constraint : plain(wanted)) {
            boolean comesBack =
                    replaced.stream().anyMatch(it -> wanted.uses(constraint, Identifier.exact(it), folding));
            boolean comes = constraints.coming().contains(constraint) || comesBack;
            if (comes && isWritten(to, wanted, constraint)) {
                changes.add(new TableChange.AddConstraint(written(constraint), false, NOWHERE));
            }
        }
        return changes;
    }

    /** A generated column is added after the columns it depends on … */
    private static List<Column> formulasLast(Table table) {
        return table.columns().stream()
                .sorted(Comparator.comparing(it -> it.generated() != null))
                .toList();
    }

    /** … and dropped before them. */
    private static List<Column> formulasFirst(Table table) {
        return Stream.concat(
                        table.columns().reversed().stream().filter(it -> it.generated() != null),
                        table.columns().stream().filter(it -> it.generated() == null))
                .toList();
    }

    /**
     * The folded names of the columns that no statement makes of what is there: generated ones, by another formula, or
     * from a column whose type changes.
     */
    private Set<String> replaced() {
        Set<String> found = new HashSet<>();
        Set<String> retyped = new HashSet<>();
        for (Column column : wanted.columns()) {
            Column before = there(column.name());
            if (before == null) {
                continue;
            }
            if (!Objects.equals(
                    normal.column(there, before).generated(),
                    normal.column(wanted, column).generated())) {
                found.add(folding.key(column.name()));
            } else if (!sameType(before, column)) {
                retyped.add(folding.key(column.name()));
            }
        }
        for (Column column : formulasLast(wanted)) {
            Column.Generated generated = column.generated();
            boolean stays = there(column.name()) != null;
            if (generated != null && stays && namesAny(generated.expression(), retyped, found)) {
                found.add(folding.key(column.name()));
            }
        }
        return found;
    }

    private boolean namesAny(String formula, Set<String> some, Set<String> others) {
        return RawSql.names(formula, folding).stream().anyMatch(it -> some.contains(it) || others.contains(it));
    }

    /** Whether the type of a column of this name changes, or the column itself is dropped or added. */
    boolean isRemade(Identifier column) {
        Column before = there(column);
        Column after = wanted(column);
        return before == null || after == null || isReplaced(column) || !sameType(before, after);
    }

    /** Whether a column of this name is dropped and added again. */
    boolean isReplaced(Identifier column) {
        return replaced.contains(folding.key(column));
    }

    /** Whether some column is dropped or changes its type: views that read the table may be in the way. */
    boolean remakesColumns() {
        return there.columns().stream().anyMatch(it -> isRemade(it.name()));
    }

    /** Whether a key over these columns, to which another table may refer, is dropped. */
    boolean losesKey(List<Identifier> columns) {
        return hasKey(there, columns)
                && (!hasKey(wanted, columns) || columns.stream().anyMatch(this::isRemade) || dropsKey(columns));
    }

    private boolean dropsKey(List<Identifier> columns) {
        return list().stream()
                .anyMatch(it -> it instanceof TableChange.DropConstraint drop && isOver(drop.dropped(), columns));
    }

    private boolean hasKey(Table table, List<Identifier> columns) {
        return table.constraints().stream().anyMatch(it -> isOver(it, columns));
    }

    private boolean isOver(@Nullable Constraint constraint, List<Identifier> columns) {
        return switch (constraint) {
            case Constraint.PrimaryKey it -> folding.same(it.columns(), columns);
            case Constraint.Unique it -> folding.same(it.columns(), columns);
            case Constraint.Check it -> false;
            case Constraint.ForeignKey it -> false;
            case null -> false;
        };
    }

    private boolean isWritten(ComparedSchema side, Table table, Constraint constraint) {
        return Changes.written(side, table)
                .constraint(constraint.name(), folding)
                .isPresent();
    }

    private static List<Constraint> plain(Table table) {
        return table.constraints().stream()
                .filter(it -> !(it instanceof Constraint.ForeignKey))
                .toList();
    }

    private List<TableChange> changes(Column before, Column after) {
        List<TableChange> changes = new ArrayList<>();
        Identifier name = before.name();
        NormalColumn was = normal.column(there, before);
        NormalColumn is = normal.column(wanted, after);
        Column written = writtenWanted(after);
        if (was.identity() && !is.identity()) {
            changes.add(new TableChange.SetIdentity(name, null, NOWHERE));
        }
        boolean retyped = !sameType(before, after);
        boolean otherDefault = !Objects.equals(was.defaultValue(), is.defaultValue());
        if (otherDefault && was.defaultValue() != null && (is.defaultValue() == null || retyped)) {
            changes.add(new TableChange.SetDefault(name, null, NOWHERE));
        }
        if (retyped) {
            changes.add(new TableChange.SetType(name, written.type(), null, null, NOWHERE));
        }
        if (otherDefault && is.defaultValue() != null) {
            changes.add(new TableChange.SetDefault(name, written.defaultValue(), NOWHERE));
        }
        boolean keyed = was.notNull() && there.isNeverNull(before, folding) && !before.notNull();
        if (was.notNull() != is.notNull() && !(keyed && !is.notNull()) && !wanted.isNeverNull(after, folding)) {
            changes.add(new TableChange.SetNotNull(name, is.notNull(), NOWHERE));
        }
        if (!was.identity() && is.identity()) {
            changes.add(new TableChange.SetIdentity(name, Column.Identity.PLAIN, NOWHERE));
        }
        if (!was.comment().equals(is.comment())) {
            changes.add(new TableChange.SetComment(name, is.comment().isEmpty() ? null : is.comment(), NOWHERE));
        }
        return changes;
    }

    /** Columns of one enum have the same type; its values are handled by {@link EnumChanges}. */
    private boolean sameType(Column before, Column after) {
        return EnumChanges.sameEnum(
                        writtenThere(before).type(), writtenWanted(after).type(), folding)
                || normal.type(before.type()).equals(normal.type(after.type()));
    }

    private Column writtenThere(Column column) {
        return thereWritten.getOrDefault(folding.key(column.name()), column);
    }

    private Column writtenWanted(Column column) {
        return wantedWritten.getOrDefault(folding.key(column.name()), column);
    }

    private Constraint written(Constraint constraint) {
        return Changes.written(to, wanted)
                .constraint(constraint.name(), folding)
                .orElse(constraint);
    }

    private Identifier written(Identifier constraint) {
        return Changes.written(to, wanted)
                .constraint(constraint, folding)
                .map(Constraint::name)
                .orElse(constraint);
    }

    QualifiedIdentifier table() {
        return there.name();
    }
}
