package dev.mig.compile;

import dev.mig.model.Database;
import dev.mig.source.Code;
import dev.mig.source.Suggestions;
import dev.mig.syntax.tree.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Selects which of several alternatives, each for named databases, applies to the target database. */
final class DatabaseChoice {
    private final Database target;
    private final Problems problems;

    DatabaseChoice(Database target, Problems problems) {
        this.target = target;
        this.problems = problems;
    }

    /** The first of a statement's alternatives that applies to the target. */
    <T> Optional<T> of(Collection<T> alternatives, Function<T, List<Name>> words) {
        return all(alternatives, words).stream().findFirst();
    }

    /** The alternatives of a statement that name the target, or else those that name its family. */
    <T> List<T> all(Collection<T> alternatives, Function<T, List<Name>> words) {
        List<Database> named = new ArrayList<>();
        alternatives.forEach(it -> named.addAll(databases(words.apply(it))));
        Database speaker = target.spokenForBy(named).orElse(null);
        return alternatives.stream()
                .filter(it -> words.apply(it).stream()
                        .anyMatch(word -> Database.named(word.text())
                                .filter(known -> known == speaker)
                                .isPresent()))
                .toList();
    }

    Database target() {
        return target;
    }

    /** Whether one of the words names the target. */
    boolean includes(List<Name> words) {
        return !all(List.of(words), it -> it).isEmpty();
    }

    private List<Database> databases(List<Name> words) {
        List<Database> databases = new ArrayList<>();
        for (Name word : words) {
            Database.named(word.text()).ifPresentOrElse(databases::add, () -> unknown(word));
        }
        return databases;
    }

    private void unknown(Name word) {
        String all = "the databases are " + String.join(", ", Database.words());
        problems.error(
                Code.DATABASE_UNKNOWN,
                word.span(),
                "no database is called \"" + word.text() + "\"",
                Suggestions.nearest(word.text(), Database.words())
                        .map(it -> "did you mean " + it + "? " + all)
                        .orElse(all));
    }
}
