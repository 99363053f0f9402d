package dev.mig.jdbc.inspect;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection looks at.
 *
 * <p>A pattern is a name with {@code *} for any characters; case does not matter. Without a dot it is about the name
 * of a table, view, sequence or type in whatever schema, with one about {@code schema.name}; {@code audit.*} is all of
 * a schema, and the schema itself.
 *
 * @param include nothing else is looked at, unless this is empty
 * @param exclude wins over what is included
 * @param only if not empty, these tables and nothing else but the types that their columns have
 * @param hidden never seen: what this program itself keeps in the database
 */
public record Scope(
        List<String> include, List<String> exclude, Set<QualifiedIdentifier> only, Set<QualifiedIdentifier> hidden) {
    public static final Scope EVERYTHING = of(List.of(), List.of());

    public Scope {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        only = Set.copyOf(only);
        hidden = Set.copyOf(hidden);
    }

    public static Scope of(List<String> include, List<String> exclude) {
        return new Scope(include, exclude, Set.of(), Set.of());
    }

    /** Some tables, whatever the patterns of the project are. */
    public static Scope only(Set<QualifiedIdentifier> tables) {
        return new Scope(List.of(), List.of(), tables, Set.of());
    }

    public Scope hiding(Set<QualifiedIdentifier> names) {
        Set<QualifiedIdentifier> all = new HashSet<>(hidden);
        all.addAll(names);
        return new Scope(include, exclude, only, all);
    }

    boolean isOfTables() {
        return !only.isEmpty();
    }

    /** @param schema as the database calls it, also where the name leaves it out */
    boolean hasTable(QualifiedIdentifier name, String schema, Folding folding) {
        return (only.isEmpty() || only.stream().anyMatch(it -> names(it, name, schema, folding)))
                && has(name, schema, folding);
    }

    /** Of anything else that has a name in a schema. */
    boolean has(QualifiedIdentifier name, String schema, Folding folding) {
        String text = name.name().text();
        return !holds(hidden, name, folding)
                && (include.isEmpty() || matches(include, schema, text))
                && !matches(exclude, schema, text);
    }

    boolean hasSchema(String schema) {
        return only.isEmpty()
                && (include.isEmpty() || include.stream().anyMatch(it -> isAbout(it, schema)))
                && exclude.stream().noneMatch(it -> it.endsWith(".*") && isAbout(it, schema));
    }

    /** The schemas that are named, in a pattern or as that of a table. */
    Set<String> schemas() {
        Set<String> named = new TreeSet<>();
        for (String pattern : include) {
            int dot = pattern.indexOf('.');
            if (dot > 0 && pattern.lastIndexOf('*', dot) < 0) {
                named.add(pattern.substring(0, dot));
            }
        }
        for (QualifiedIdentifier table : only) {
            Identifier schema = table.schema();
            if (schema != null) {
                named.add(schema.text());
            }
        }
        return named;
    }

    /** The schema of the connection may be named or left out. */
    private static boolean names(QualifiedIdentifier asked, QualifiedIdentifier name, String schema, Folding folding) {
        Identifier wanted = asked.schema();
        boolean there = wanted == null ? name.schema() == null : folding.same(wanted, folding.stored(schema));
        return there && folding.same(asked.name(), name.name());
    }

    private static boolean isAbout(String pattern, String schema) {
        int dot = pattern.indexOf('.');
        return dot >= 0 && matches(pattern.substring(0, dot), schema);
    }

    private static boolean holds(Set<QualifiedIdentifier> names, QualifiedIdentifier name, Folding folding) {
        return names.stream().anyMatch(it -> folding.same(it, name));
    }

    private static boolean matches(List<String> patterns, @Nullable String schema, String name) {
        return patterns.stream()
                .anyMatch(it -> it.indexOf('.') < 0 ? matches(it, name) : matches(it, schema + "." + name));
    }

    private static boolean matches(String pattern, String text) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern.toLowerCase(Locale.ROOT))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.matches(pattern.endsWith("*") ? regex + ".*" : regex, text.toLowerCase(Locale.ROOT));
    }
}
