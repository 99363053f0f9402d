package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.project.ProjectStatus;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Explanation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Computes completion candidates from the same declarations that parsing and help use, and from the project's files.
 *
 * <p>It never connects. Broken files only reduce what it offers, because the user is in the middle of typing.
 */
final class Completer {
    private final CommandRegistry registry;
    private final Known known;

    Completer(CommandRegistry registry, Known known) {
        this.registry = registry;
        this.known = known;
    }

    /** What can be named; less if something is broken. */
    interface Known {
        Optional<RevisionGraph> graph();

        Set<String> environments();

        /** Null if unknown. */
        @Nullable
        Boolean isApplied(Revision revision);

        /** @param project with the options of the line being completed; its database is not asked */
        static Known of(Project project) {
            return new Known() {
                @Override
                public Optional<RevisionGraph> graph() {
                    try {
                        return Optional.of(project.graph());
                    } catch (DiagnosticException broken) {
                        return Optional.empty();
                    }
                }

                @Override
                public Set<String> environments() {
                    try {
                        return project.configuration().environments();
                    } catch (DiagnosticException broken) {
                        return Set.of();
                    }
                }

                @Override
                public @Nullable Boolean isApplied(Revision revision) {
                    return null;
                }
            };
        }

        /** The state when the prompt was drawn. */
        static Known of(ProjectStatus status) {
            return new Known() {
                @Override
                public Optional<RevisionGraph> graph() {
                    return Optional.ofNullable(status.graph());
                }

                @Override
                public Set<String> environments() {
                    return status.environments();
                }

                @Override
                public @Nullable Boolean isApplied(Revision revision) {
                    return status.isApplied(revision);
                }
            };
        }
    }

    /**
     * Candidates for the last word.
     *
     * @param typed what stands after {@code migrate}; the last word may be empty
     */
    List<Candidate> complete(List<String> typed) {
        String word = typed.isEmpty() ? "" : typed.getLast();
        List<String> before = typed.isEmpty() ? typed : typed.subList(0, typed.size() - 1);
        return candidates(before, word)
                .filter(it -> it.value().startsWith(":") || it.value().startsWith(word))
                .distinct()
                .toList();
    }

    private Stream<Candidate> candidates(List<String> before, String word) {
        CommandWords sentence = CommandWords.of(before);
        Optional<Words> words = sentence.command().flatMap(registry::find).map(HelpPages::declared);
        Words declared = words.orElseGet(Completer::sharedOnly);
        Optional<OptionSpec> waiting = before.isEmpty() ? Optional.empty() : valued(declared, before.getLast());
        if (waiting.isPresent()) {
            return values(waiting.get(), word);
        }
        if (word.startsWith("-") && !isMove(word)) {
            // A step down begins like an option.
            Stream<Candidate> steps = word.equals("-") ? arguments(declared, word) : Stream.of();
            return Stream.concat(
                    steps.filter(it -> isMove(it.value())),
                    declared.spec().options().stream()
                            .map(it -> new Candidate(it.longestName(), it.description()[0]))
                            .sorted(Comparator.comparing(Candidate::value)));
        }
        if (sentence.command().isEmpty() || sentence.command().get().equals("help")) {
            return commands();
        }
        return arguments(declared, word);
    }

    private Stream<Candidate> arguments(Words declared, String word) {
        return declared.spec().positionalParameters().stream().flatMap(it -> values(it, word));
    }

    /** The option that a word is, if it requires a value. */
    static Optional<OptionSpec> valued(Words words, String word) {
        // picocli also finds options by their name without dashes.
        return Optional.ofNullable(word.startsWith("-") ? words.spec().findOption(word) : null)
                .filter(it -> it.arity().max() == 1);
    }

    private Stream<Candidate> commands() {
        return registry.entries().stream()
                .map(it -> new Candidate(it.name(), HelpPages.declared(it).summary()));
    }

    private static Words sharedOnly() {
        Words shared = new Words("");
        SharedOptions.declare(shared);
        return shared;
    }

    private static boolean isMove(String word) {
        return word.matches("-[0-9]+");
    }

    /** By its label in the help, which says what it is. */
    private Stream<Candidate> values(ArgSpec argument, String word) {
        return switch (argument.paramLabel()) {
            case "FILE" -> Stream.of(Candidate.FILES);
            case "DIR" -> Stream.of(Candidate.FOLDERS);
            case "REVISION", "TARGET", "FROM:TO" -> targets(word);
            case "SCHEMA" ->
                Stream.of(
                                Stream.of(
                                        new Candidate("database", "as it is"),
                                        new Candidate("schema.mig", "as it is wanted")),
                                targets(word),
                                Stream.of(Candidate.FILES))
                        .flatMap(it -> it);
            case "KIND" -> Stream.of("mig", "js", "sql").map(it -> new Candidate(it, ""));
            case "SHELL" -> Completion.SHELLS.stream().map(it -> new Candidate(it, ""));
            case "CODE" ->
                Arrays.stream(Code.values())
                        .map(it -> new Candidate(it.id(), Explanation.of(it).title()));
            case "NAME" ->
                argument instanceof OptionSpec option && option.longestName().equals("--env")
                        ? environments()
                        : Stream.empty();
            default ->
                argument.paramLabel().equals(argument.paramLabel().toLowerCase(Locale.ROOT))
                        ? Stream.of(new Candidate(argument.paramLabel(), ""))
                        : Stream.empty();
        };
    }

    private Stream<Candidate> targets(String word) {
        return known.graph().stream().flatMap(it -> new Targets(it, known).beginningWith(word));
    }

    private Stream<Candidate> environments() {
        return known.environments().stream().map(it -> new Candidate(it, ""));
    }
}
