package dev.mig.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The arguments of a command: declared once, in its constructor, and read through the values that the declarations
 * return.
 *
 * <p>Parsing is picocli's, told through its programmatic model: its annotations cost a looking command a fifth of its
 * time. The same declarations serve the command line, the shell, help and completion.
 */
public final class Words {
    private final CommandSpec spec = CommandSpec.create();
    private final List<OptionSpec> own = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final String name;
    private String summary = "";
    private String description = "";
    private boolean sharing;

    /** An example: what to type after {@code migrate NAME}, and what it does. */
    public record Example(String words, String says) {}

    Words(String name) {
        this.name = name;
        spec.name(name);
    }

    /** One line for the list of commands: begins with a verb, no full stop. */
    public Words summary(String text) {
        summary = text;
        return this;
    }

    /** Details beyond the summary, one paragraph per line. */
    public Words description(String text) {
        description = text;
        return this;
    }

    /** @param words what follows the command's name; empty for the bare command */
    public Words example(String words, String says) {
        examples.add(new Example(words, says));
        return this;
    }

    /** The options declared from here on are the global ones. */
    Words shared() {
        sharing = true;
        return this;
    }

    /** Whether the option was given. */
    public Supplier<Boolean> flag(String says, String... names) {
        OptionSpec option = add(OptionSpec.builder(names)
                .type(boolean.class)
                .arity("0")
                .initialValue(false)
                .description(says)
                .build());
        return option::getValue;
    }

    /**
     * The value of an option, converted by a function that throws {@link IllegalArgumentException} with the
     * problem.
     */
    public <T> Supplier<Optional<T>> option(String label, String says, Function<String, T> reading, String... names) {
        OptionSpec option = add(OptionSpec.builder(names)
                .type(Object.class)
                .arity("1")
                .paramLabel(label)
                .converters(text -> read(text, reading))
                .description(says)
                .build());
        return () -> Optional.ofNullable(option.getValue());
    }

    public Supplier<Optional<String>> option(String label, String says, String... names) {
        return option(label, says, Function.identity(), names);
    }

    /** The values of an option that may be repeated, in order. */
    public Supplier<List<String>> options(String label, String says, String... names) {
        OptionSpec option = add(OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(says)
                .build());
        return () -> list(option);
    }

    /** Positional arguments: at least {@code least}, at most {@code most}. Declared once, last. */
    public Supplier<List<String>> arguments(String label, String says, int least, int most) {
        PositionalParamSpec argument = PositionalParamSpec.builder()
                .index("0.." + (most == Integer.MAX_VALUE ? "*" : most - 1))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(least + ".." + (most == Integer.MAX_VALUE ? "*" : most))
                .required(least > 0)
                .paramLabel(label)
                .description(says)
                .build();
        spec.addPositional(argument);
        return () -> list(argument);
    }

    /** A required positional argument. */
    public Supplier<String> argument(String label, String says) {
        Supplier<List<String>> one = arguments(label, says, 1, 1);
        return () -> one.get().getFirst();
    }

    public Supplier<Optional<String>> optionalArgument(String label, String says) {
        Supplier<List<String>> one = arguments(label, says, 0, 1);
        return () -> one.get().stream().findFirst();
    }

    /** The picocli model for parsing and completion. */
    CommandSpec spec() {
        return spec;
    }

    String name() {
        return name;
    }

    String summary() {
        return summary;
    }

    String description() {
        return description;
    }

    List<Example> examples() {
        return examples;
    }

    /** The options of this command only. */
    List<OptionSpec> ownOptions() {
        return own;
    }

    List<OptionSpec> sharedOptions() {
        return spec.options().stream().filter(it -> !own.contains(it)).toList();
    }

    private OptionSpec add(OptionSpec option) {
        spec.addOption(option);
        if (!sharing) {
            own.add(option);
        }
        return option;
    }

    private static List<String> list(ArgSpec spec) {
        List<String> values = spec.getValue();
        return values == null ? List.of() : List.copyOf(values);
    }

    private static <T> T read(String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
