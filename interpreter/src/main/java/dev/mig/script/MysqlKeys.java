package dev.mig.script;

import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.source.Code;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and the indexes behind them: InnoDB keeps an index under every foreign key, creates one with the key's
 * name if there is none, drops that one as soon as another can replace it, and never allows dropping the last one.
 */
final class MysqlKeys {
    private final SqlStyle style;
    private final Spelling spelling;
    private final Drafts drafts;
    private final MysqlColumns columns;
    private final TableSql standard;

    MysqlKeys(SqlStyle style, Spelling spelling, Drafts drafts, MysqlColumns columns) {
        this.style = style;
        this.spelling = spelling;
        this.drafts = drafts;
        this.columns = columns;
        this.standard = new TableSql(style, spelling, drafts);
    }

    /**
     * A constraint as it stands in a table.
     *
     * @param table that it is or will be in, null where it is not known
     */
    String definition(Constraint constraint, @Nullable Table table, SchemaModel schema) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            // Whatever it is called, it would be called PRIMARY.
            if (table != null) {
                columns.requireNoText(table, key.columns(), false);
            }
            return "primary key (" + spelling.names(key.columns()) + ")";
        }
        if (table != null) {
            switch (constraint) {
                case Constraint.PrimaryKey it -> {}
                case Constraint.Unique it -> columns.requireNoText(table, it.columns(), true);
                case Constraint.ForeignKey it -> columns.requireNoText(table, it.columns(), false);
                case Constraint.Check it -> {}
            }
        }
        return standard.constraint(
                constraint instanceof Constraint.ForeignKey key ? complete(key, table, schema) : constraint);
    }

    /** An index as it stands in a table. */
    String definition(Index index) {
        return (index.unique() ? "unique " : "") + "index " + spelling.name(index.name()) + " "
                + new IndexSql(style, spelling, drafts).over(index);
    }

    /** A foreign key here names its target columns, and cannot set a default. */
    private Constraint.ForeignKey complete(Constraint.ForeignKey key, @Nullable Table table, SchemaModel schema) {
        if (key.onDelete() == ReferenceAction.SET_DEFAULT || key.onUpdate() == ReferenceAction.SET_DEFAULT) {
            drafts.refuse(
                    "foreign keys that set the default", "write \"set null\", or keep the rows right with a trigger");
        }
        if (!key.targetColumns().isEmpty()) {
            return key;
        }
        Optional<Table> target = table != null && style.folding().same(table.name(), key.target())
                ? Optional.of(table)
                : schema.table(key.target()).known();
        List<Identifier> primary = target.flatMap(Table::primaryKey)
                .map(Constraint.PrimaryKey::columns)
                .orElse(List.of());
        if (primary.isEmpty()) {
            drafts.refuse(
                    Code.NEEDS_SCHEMA,
                    "a foreign key of " + style.name() + " names the columns that it refers to, and the primary key of"
                            + " \"" + key.target() + "\" is not known",
                    "name them: references " + key.target() + " (…)");
        }
        return key.withTarget(key.target(), primary);
    }

    /** The actions that drop a constraint, or only its name where nothing else is known of it. */
    List<String> drop(Identifier name, boolean ifExists, @Nullable Constraint constraint, @Nullable Table table) {
        String drop = "drop ";
        String exists = "";
        if (ifExists) {
            exists = "if exists ";
            if (!style.has(Feature.PART_IF_EXISTS)) {
                drafts.refuse(Feature.PART_IF_EXISTS, "leave \"if exists\" out for this database");
            }
        }
        String spelled = exists + spelling.name(name);
        return switch (constraint) {
            case null -> List.of(drop + "constraint " + spelled);
            case Constraint.PrimaryKey it
            when table != null ->
                withIndexesOfForeignKeys(drop + "primary key", table, table.withConstraints(without(table, it)));
            case Constraint.PrimaryKey it -> List.of(drop + "primary key");
            case Constraint.Check it -> List.of(drop + "constraint " + spelled);
            case Constraint.Unique it
            when table != null ->
                withIndexesOfForeignKeys(drop + "index " + spelled, table, table.withConstraints(without(table, it)));
            case Constraint.Unique it -> List.of(drop + "index " + spelled);
            case Constraint.ForeignKey it -> {
                List<String> actions = new ArrayList<>(List.of(drop + "foreign key " + spelled));
                if (table != null && hasOwnIndex(it, table)) {
                    actions.add(drop + "index " + (style.has(Feature.PART_IF_EXISTS) ? "if exists " : "")
                            + spelling.name(name));
                }
                yield actions;
            }
        };
    }

    /** The actions that drop an index. */
    List<String> dropIndex(Index index, boolean ifExists, Table table) {
        return withIndexesOfForeignKeys(
                "drop index " + (ifExists ? "if exists " : "") + spelling.name(index.name()),
                table,
                table.withIndexes(
                        table.indexes().stream().filter(it -> !it.equals(index)).toList()));
    }

    /** Recreates what a foreign key loses in the same statement, under the name it would have had from the start. */
    private List<String> withIndexesOfForeignKeys(String action, Table before, Table after) {
        List<String> actions = new ArrayList<>(List.of(action));
        for (Constraint.ForeignKey key : before.foreignKeys()) {
            if (hasIndex(key, before) && !hasIndex(key, after)) {
                actions.add(standIn(key));
            }
        }
        return actions;
    }

    /** The action that creates the index that a foreign key would have created for itself. */
    String standIn(Constraint.ForeignKey key) {
        return "add index " + spelling.name(key.name()) + " (" + spelling.names(key.columns()) + ")";
    }

    /**
     * The actions that let go of the indexes under foreign keys for which there is an author's now. One that the database
     * made by itself would go by itself; one that stood in for an author's would stay, and be in the way next time.
     */
    List<String> dropSuperseded(@Nullable Table before, @Nullable Table after) {
        if (before == null || after == null) {
            return List.of();
        }
        return before.foreignKeys().stream()
                .filter(it -> hasOwnIndex(it, before) && hasIndex(it, after))
                .map(it -> "drop index " + (style.has(Feature.PART_IF_EXISTS) ? "if exists " : "")
                        + spelling.name(it.name()))
                .toList();
    }

    private static List<Constraint> without(Table table, Constraint constraint) {
        return table.constraints().stream().filter(it -> !it.equals(constraint)).toList();
    }

    /** Whether the database had to make an index for a foreign key, and calls it by the key's name. */
    boolean hasOwnIndex(Constraint.ForeignKey key, Table table) {
        return !hasIndex(key, table) && table.index(key.name(), style.folding()).isEmpty();
    }

    /** Whether some key or index of the author's begins with the columns of a foreign key. */
    private boolean hasIndex(Constraint.ForeignKey key, Table table) {
        Stream<List<Identifier>> keys = table.constraints().stream().flatMap(it -> switch (it) {
            case Constraint.PrimaryKey primary -> Stream.of(primary.columns());
            case Constraint.Unique unique -> Stream.of(unique.columns());
            case Constraint.Check check -> Stream.of();
            case Constraint.ForeignKey other -> Stream.of();
        });
        Stream<List<Identifier>> indexes = table.indexes().stream().map(MysqlKeys::leading);
        return Stream.concat(keys, indexes).anyMatch(it -> begins(it, key.columns()));
    }

    private static List<Identifier> leading(Index index) {
        List<Identifier> leading = new ArrayList<>();
        for (Index.Element element : index.elements()) {
            if (!(element.key() instanceof Index.ColumnKey(Identifier column))) {
                break;
            }
            leading.add(column);
        }
        return leading;
    }

    private boolean begins(List<Identifier> index, List<Identifier> wanted) {
        return index.size() >= wanted.size() && style.folding().same(index.subList(0, wanted.size()), wanted);
    }

    /** The foreign keys of this and other tables that refer to a table. */
    static List<Constraint.ForeignKey> keysTo(Table table, QualifiedIdentifier target, SchemaModel schema) {
        return table.foreignKeys().stream()
                .filter(it -> schema.folding().same(it.target(), target))
                .toList();
    }
}
