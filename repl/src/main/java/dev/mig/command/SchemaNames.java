package dev.mig.command;

import dev.mig.model.SchemaModel;
import dev.mig.project.Comparison;
import dev.mig.project.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names of tables and columns in a database, for completion only.
 *
 * @param columns by table or view; a view's are not known
 */
public record SchemaNames(Map<String, List<String>> columns) {
    public static final SchemaNames NONE = new SchemaNames(Map.of());

    static SchemaNames of(Project project) {
        SchemaModel schema = project.database().reader().schema(Comparison.scope(project));
        Map<String, List<String>> columns = new LinkedHashMap<>();
        schema.tables()
                .forEach(table -> columns.put(
                        table.name().toString(),
                        table.columns().stream().map(it -> it.name().text()).toList()));
        schema.views().forEach(it -> columns.put(it.name().toString(), List.of()));
        return new SchemaNames(columns);
    }

    public Stream<Candidate> tables() {
        return columns.keySet().stream().map(it -> new Candidate(it, "table"));
    }

    /** The columns of one table, as its name is typed. */
    public Stream<Candidate> columns(String table) {
        return columns.entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase(table))
                .flatMap(SchemaNames::candidates);
    }

    /** The columns of tables named in a text. */
    public Stream<Candidate> columnsOfNamed(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\w.]+"));
        return columns.entrySet().stream()
                .filter(it -> words.contains(it.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(SchemaNames::candidates);
    }

    private static Stream<Candidate> candidates(Map.Entry<String, List<String>> table) {
        return table.getValue().stream().map(it -> new Candidate(it, "column of " + table.getKey()));
    }
}
