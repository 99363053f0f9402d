package dev.mig.compile;

import dev.mig.model.EnumType;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.source.Code;
import dev.mig.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks operations on enum types. */
final class EnumRules {
    private final NameRules names;
    private final Places places;
    private final Problems problems;

    EnumRules(NameRules names, Places places, Problems problems) {
        this.names = names;
        this.places = places;
        this.problems = problems;
    }

    void create(Operation.CreateEnum it, SchemaModel before) {
        names.newName("type", it.name(), before.enumType(it.name()), it.span());
        Set<String> seen = new HashSet<>();
        for (String value : it.values()) {
            if (!seen.add(value)) {
                problems.error(
                        Code.NAME_TAKEN,
                        it.span(),
                        "the value '" + value + "' is there twice",
                        "leave one of them out");
            }
        }
    }

    void addValue(Operation.AddEnumValue it, SchemaModel before) {
        List<String> known = values(it.type(), it.span(), before);
        if (known.contains(it.value())) {
            problems.error(
                    Code.NAME_TAKEN,
                    it.span(),
                    "the type " + it.type() + " has a value '" + it.value() + "' already",
                    "leave it out");
        }
        knownValue(it.type(), it.before(), known, it.span());
        knownValue(it.type(), it.after(), known, it.span());
    }

    void renameValue(Operation.RenameEnumValue it, SchemaModel before) {
        List<String> known = values(it.type(), it.span(), before);
        knownValue(it.type(), it.value(), known, it.span());
        if (known.contains(it.to())) {
            problems.error(
                    Code.NAME_TAKEN,
                    it.span(),
                    "the type " + it.type() + " has a value '" + it.to() + "' already",
                    "choose another value: two cannot become one");
        }
    }

    /** Empty if they are not known. */
    private List<String> values(QualifiedIdentifier type, Span span, SchemaModel before) {
        names.existing("type", type, before.enumType(type), span, typeNames(before));
        return before.enumType(type).known().map(EnumType::values).orElse(List.of());
    }

    private void knownValue(QualifiedIdentifier type, @Nullable String value, List<String> known, Span span) {
        if (value != null && !known.isEmpty() && !known.contains(value)) {
            problems.error(
                    Code.NAME_UNKNOWN,
                    span,
                    "the type " + type + " has no value '" + value + "'",
                    NameResolver.likeOrAll(value, known, "values"));
        }
    }

    void drop(Operation.DropType it, SchemaModel before) {
        names.existing("type", it.name(), before.enumType(it.name()), it.span(), typeNames(before));
        List<String> users = before.tablesWithType(it.name()).stream()
                .map(table -> table.name().toString())
                .toList();
        if (!users.isEmpty()) {
            problems.error(
                    Code.STILL_NEEDED,
                    places.of(it.name(), it.span()),
                    "type \"" + it.name() + "\" is needed by columns of " + NameResolver.listed(users),
                    "drop those columns, or give them another type, first");
        }
    }

    static List<String> typeNames(SchemaModel model) {
        return model.enumTypes().stream().map(it -> it.name().toString()).toList();
    }
}
