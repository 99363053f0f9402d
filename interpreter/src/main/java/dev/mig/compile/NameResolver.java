package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.Identifier;
import dev.mig.model.Lookup;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import dev.mig.source.Suggestions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resolves the names in an operation against the replayed schema, and reports what is missing together with what
 * exists instead. Names that only the database can know are recorded rather than reported.
 */
final class NameResolver {
    private static final int MOST_LISTED = 12;

    private final Places places;
    private final Problems problems;
    private final Map<QualifiedIdentifier, Span> outside = new LinkedHashMap<>();
    private final Set<QualifiedIdentifier> unclear = new LinkedHashSet<>();

    NameResolver(Places places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** Referenced tables that no earlier revision creates, and where each is needed first. */
    Map<QualifiedIdentifier, Span> outside() {
        return outside;
    }

    /** Referenced tables that raw SQL may have changed. */
    Set<QualifiedIdentifier> unclear() {
        return unclear;
    }

    /** The table, which must exist; also empty if only the database knows it. */
    Optional<Table> table(QualifiedIdentifier name, Span operation, SchemaModel model) {
        Lookup<Table> found = model.table(name);
        return switch (found) {
            case Lookup.Known<Table>(Table table) -> Optional.of(table);
            case Lookup.Absent<Table>(Span since) -> {
                absentTable(name, operation, model, since);
                yield Optional.empty();
            }
            case Lookup.Unknown<Table> it -> {
                unclear.add(name);
                yield Optional.empty();
            }
            case Lookup.Outside<Table> it -> {
                outsideTable(name, operation, model);
                yield Optional.empty();
            }
        };
    }

    private void absentTable(QualifiedIdentifier name, Span operation, SchemaModel model, Span since) {
        if (model.view(name).known().isPresent()) {
            return;
        }
        Diagnostic problem = Diagnostic.error(
                        Code.TABLE_UNKNOWN, places.of(name, operation), "table \"" + name + "\" does not exist")
                .withHint(likeOrAll(name.toString(), tableNames(model), "tables"));
        problem = since.isNone()
                ? problem.withHint("no revision before this one creates it, and the database does not have it")
                : problem.withRelated(List.of(new Diagnostic.Related(since, "it is dropped or renamed here")));
        problems.add(problem);
    }

    private void outsideTable(QualifiedIdentifier name, Span operation, SchemaModel model) {
        if (!(model.view(name) instanceof Lookup.Outside)) {
            return;
        }
        outside.putIfAbsent(name, places.of(name, operation));
        noteOutside("table", name, operation, tableNames(model));
    }

    /** A table that no revision creates may still exist; if its name is similar to a known one, say so. */
    void noteOutside(String what, QualifiedIdentifier name, Span operation, List<String> known) {
        Suggestions.nearest(name.toString(), known)
                .ifPresent(like -> problems.note(
                        Code.TABLE_OUTSIDE,
                        places.of(name, operation),
                        "no revision before this one creates a " + what + " \"" + name + "\"",
                        "did you mean \"" + like + "\"?",
                        "if the database has had it all along, nothing is wrong"));
    }

    /** The column of a known table; reports an error if there is none. */
    Optional<Column> column(Table table, Identifier column, Span operation, SchemaModel model) {
        Optional<Column> found = table.column(column, model.folding());
        if (found.isEmpty()) {
            problems.error(
                    Code.COLUMN_UNKNOWN,
                    places.of(column, operation),
                    "column \"" + column + "\" does not exist on table " + table.name(),
                    likeOrAll(column.text(), columnNames(table), "columns"));
        }
        return found;
    }

    void columns(Table table, Collection<Identifier> columns, Span operation, SchemaModel model) {
        columns.forEach(it -> column(table, it, operation, model));
    }

    static List<String> columnNames(Table table) {
        return table.columns().stream().map(it -> it.name().text()).toList();
    }

    static List<String> tableNames(SchemaModel model) {
        return model.tables().stream().map(it -> it.name().toString()).toList();
    }

    /** {@code did you mean "x"? } with a blank after it, or nothing. */
    static String like(String typed, Collection<String> known) {
        return Suggestions.nearest(typed, known)
                .map(it -> "did you mean \"" + it + "\"? ")
                .orElse("");
    }

    /** A suggestion, and the list of existing names. */
    static String likeOrAll(String typed, List<String> known, String what) {
        return like(typed, known) + all(known, what);
    }

    /** @param what in the plural */
    static String all(List<String> known, String what) {
        return switch (known.size()) {
            case 0 -> "there are no " + what;
            case 1 -> "there is only " + known.getFirst();
            default -> "the " + what + " are " + listed(known);
        };
    }

    static String listed(Collection<String> names) {
        String listed = names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return names.size() > MOST_LISTED ? listed + " and " + (names.size() - MOST_LISTED) + " more" : listed;
    }
}
