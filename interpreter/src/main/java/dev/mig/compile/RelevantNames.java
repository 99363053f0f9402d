package dev.mig.compile;

import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names whose history matters to a plan, and how much of it.
 *
 * <p>A plan of one revision on top of ten thousand asks about a few tables. Only ancestors whose text holds one of
 * these names, as a word, are read. Names in text are compared without regard to case and quotes: what is found too
 * much costs a little time, what is not found would be wrong.
 */
final class RelevantNames {
    /** How much of a name's history matters; each level includes the previous one. */
    enum Need {
        /** The current name of the object and its columns: it is the target of a foreign key. */
        NAME,
        /** And its columns and keys: a foreign key may refer to them without naming them. */
        KEY,
        /** Its full definition, so that it could be recreated. */
        STRUCTURE,
        /** And everything that refers to it. */
        REFERENCES;

        Need or(Need other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** From this length on, a generated name may have lost the name of its table. */
    private static final int SHORTENED = 60;

    private static final Pattern NUMBER = Pattern.compile("_\\d+$");

    private final Map<String, Need> words = new HashMap<>();
    private final Map<String, Need> added = new HashMap<>();
    private boolean everything;

    /** Whether some name cannot be searched in text, so that every ancestor must be read. */
    boolean everything() {
        return everything;
    }

    /** What was added since the last call. */
    Map<String, Need> takeAdded() {
        Map<String, Need> taken = Map.copyOf(added);
        added.clear();
        return taken;
    }

    void everythingFrom(CompilationUnit outline) {
        outline.names().qualifiedNames().forEach(it -> {
            need(it, Need.STRUCTURE);
            generatedFor(it.name());
        });
        outline.names().referredTo().forEach(it -> need(it, Need.KEY));
        flat(outline.draft().operations()).forEach(this::plan);
    }

    /** What an operation of the plan needs to know, besides the names in it. */
    private void plan(Operation operation) {
        switch (operation) {
            case Operation.CreateTable it -> {
                it.table().columns().forEach(column -> type(column.type()));
                it.table().constraints().forEach(constraint -> generatedFor(constraint.name()));
            }
            case Operation.DropTable it -> need(it.table(), Need.REFERENCES);
            case Operation.CreateIndex it -> generatedFor(it.index().name());
            case Operation.AddEnumValue it -> need(it.type(), Need.REFERENCES);
            case Operation.RenameEnumValue it -> need(it.type(), Need.REFERENCES);
            case Operation.DropType it -> need(it.name(), Need.REFERENCES);
            case Operation.RenameOther it -> need(it.name(), Need.REFERENCES);
            case Operation.CreateSchema it -> need(it.name(), Need.STRUCTURE);
            case Operation.DropSchema it -> everything = true;
            case Operation.AlterTable it ->
                it.changes().forEach(change -> {
                    switch (change) {
                        case TableChange.AddColumn add -> type(add.column().type());
                        case TableChange.SetType set -> type(set.type());
                        case TableChange.DropColumn drop -> need(it.table(), Need.REFERENCES);
                        case TableChange.DropConstraint drop -> need(it.table(), Need.REFERENCES);
                        case TableChange.AddConstraint add ->
                            generatedFor(add.constraint().name());
                        default -> {
                            // The table is named, which is all they need.
                        }
                    }
                });
            default -> {
                // They need only the names in them.
            }
        }
    }

    /** What an ancestor does to a relevant object may involve other names. */
    void follow(List<Operation> operations) {
        for (Operation operation : flat(operations)) {
            switch (operation) {
                case Operation.CreateTable it -> createTable(it.table());
                case Operation.AlterTable it -> it.changes().forEach(change -> alter(it.table(), change));
                case Operation.RenameTable it -> together(it.table(), it.table().named(it.to()));
                case Operation.RenameOther it -> together(it.name(), it.name().named(it.to()));
                case Operation.RenameIndex it -> together(it.name(), it.name().named(it.to()));
                case Operation.CreateIndex it -> {
                    if (has(it.table(), Need.KEY)) {
                        need(it.index().name(), Need.STRUCTURE);
                    }
                }
                default -> {
                    // It involves no other names.
                }
            }
        }
    }

    private void createTable(Table table) {
        if (has(table.name(), Need.STRUCTURE)) {
            table.columns().forEach(column -> type(column.type()));
            table.foreignKeys().forEach(this::target);
        } else if (table.foreignKeys().stream().anyMatch(key -> has(key.target(), Need.REFERENCES))
                || table.columns().stream().anyMatch(column -> hasType(column.type()))) {
            need(table.name(), Need.STRUCTURE);
            createTable(table);
        }
    }

    private void alter(QualifiedIdentifier table, TableChange change) {
        switch (change) {
            case TableChange.AddColumn it -> columnOf(table, it.column().type());
            case TableChange.SetType it -> columnOf(table, it.type());
            case TableChange.AddConstraint(Constraint.ForeignKey key, boolean notValid, var span) -> {
                if (has(key.target(), Need.REFERENCES)) {
                    need(table, Need.STRUCTURE);
                }
                if (has(table, Need.STRUCTURE)) {
                    target(key);
                }
            }
            case TableChange.SetSchema it -> together(table, new QualifiedIdentifier(it.schema(), table.name()));
            default -> {
                // It stays within the table.
            }
        }
    }

    private void columnOf(QualifiedIdentifier table, ColumnType type) {
        if (hasType(type)) {
            need(table, Need.STRUCTURE);
        }
        if (has(table, Need.STRUCTURE)) {
            type(type);
        }
    }

    /** Omitted columns are those of the primary key, which must be known. */
    private void target(Constraint.ForeignKey key) {
        need(key.target(), key.targetColumns().isEmpty() ? Need.KEY : Need.NAME);
    }

    /** A type may follow any word, even a column called {@code from}, so it is searched for everywhere. */
    private void type(ColumnType type) {
        QualifiedIdentifier name = typeName(type);
        if (name != null) {
            need(name, Need.REFERENCES);
        }
    }

    private boolean hasType(ColumnType type) {
        QualifiedIdentifier name = typeName(type);
        return name != null && has(name, Need.REFERENCES);
    }

    private static @Nullable QualifiedIdentifier typeName(ColumnType type) {
        return switch (type) {
            case ColumnType.Enum it -> it.name();
            case ColumnType.Array(ColumnType element) -> typeName(element);
            case ColumnType it -> null;
        };
    }

    private void together(QualifiedIdentifier one, QualifiedIdentifier other) {
        Need need = of(one);
        Need otherNeed = of(other);
        if (need != null) {
            need(other, need);
        }
        if (otherNeed != null) {
            need(one, otherNeed);
        }
    }

    /** The tables whose constraints and indexes may have this generated name. */
    private void generatedFor(Identifier name) {
        String text = name.text();
        need(name, Need.STRUCTURE);
        if (!text.toLowerCase(Locale.ROOT).matches("(?s)(pk|uq|fk|ck|ix)_.+")) {
            return;
        }
        if (text.length() >= SHORTENED) {
            everything = true;
            return;
        }
        String rest = text.substring(3);
        need(Identifier.bare(rest), Need.STRUCTURE);
        if (text.toLowerCase(Locale.ROOT).startsWith("pk")) {
            // It contains no column name, and a number only if the plain name was taken.
            String free = NUMBER.matcher(rest).replaceFirst("");
            need(Identifier.bare(free), Need.STRUCTURE);
            return;
        }
        for (int at = rest.indexOf('_'); at >= 0; at = rest.indexOf('_', at + 1)) {
            if (at > 0) {
                need(Identifier.bare(rest.substring(0, at)), Need.STRUCTURE);
            }
        }
    }

    private void need(QualifiedIdentifier name, Need need) {
        need(name.name(), need);
        Identifier schema = name.schema();
        if (schema != null) {
            need(schema, Need.NAME);
        }
    }

    private void need(Identifier name, Need need) {
        String word = WordSearch.longest(name.text());
        if (word.isEmpty()) {
            everything = true;
            return;
        }
        Need before = words.get(word);
        Need now = before == null ? need : before.or(need);
        if (now != before) {
            words.put(word, now);
            added.put(word, now);
        }
    }

    private boolean has(QualifiedIdentifier name, Need least) {
        Need need = of(name);
        return need != null && need.compareTo(least) >= 0;
    }

    private @Nullable Need of(QualifiedIdentifier name) {
        return words.get(WordSearch.longest(name.name().text()));
    }

    /** Flattens groups, and includes the declared effects of raw SQL. */
    static List<Operation> flat(List<Operation> operations) {
        List<Operation> flat = new ArrayList<>();
        for (Operation operation : operations) {
            switch (operation) {
                case Operation.OutsideTransaction it -> flat.addAll(flat(it.operations()));
                case Operation.ExecuteSql it -> {
                    flat.add(it);
                    if (it.touches() instanceof Operation.SameAs(List<Operation> same)) {
                        flat.addAll(flat(same));
                    }
                }
                default -> flat.add(operation);
            }
        }
        return flat;
    }
}
