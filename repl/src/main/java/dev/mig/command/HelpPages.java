package dev.mig.command;

import dev.mig.report.HelpReport;
import dev.mig.report.HelpReport.Section;
import dev.mig.report.Page.Definition;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help pages, generated from the declarations that parsing uses. */
final class HelpPages {
    private HelpPages() {}

    /** The commands by group, and the global options. */
    static HelpReport ofAll(CommandRegistry registry) {
        List<Section> sections = new ArrayList<>();
        for (CommandRegistry.Group group : CommandRegistry.Group.values()) {
            List<Definition> commands = registry.entries().stream()
                    .filter(it -> it.group() == group)
                    .map(it -> new Definition(it.name(), declared(it).summary()))
                    .toList();
            sections.add(new Section(group.title(), commands));
        }
        Words shared = new Words("");
        SharedOptions.declare(shared);
        sections.add(new Section("Options for every command", options(shared.sharedOptions())));
        sections.add(new Section(
                "Examples",
                List.of(
                        new Definition("migrate init", "create a new project"),
                        new Definition("migrate revision -m \"add orders\"", "create a new revision"),
                        new Definition("migrate upgrade", "bring the database up to date"),
                        new Definition("migrate downgrade -1", "revert the last revision"),
                        new Definition("migrate help upgrade", "show the help of a command"))));
        return new HelpReport("migrate COMMAND [options]", "Schema migrations for SQL databases.", sections);
    }

    static HelpReport of(CommandRegistry.Entry entry) {
        Words words = declared(entry);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Arguments", arguments(words)));
        sections.add(new Section("Options", options(words.ownOptions())));
        sections.add(new Section(
                "Examples",
                words.examples().stream()
                        .map(it -> new Definition(
                                ("migrate " + words.name() + " " + it.words()).stripTrailing(), it.says()))
                        .toList()));
        sections.add(new Section("Options for every command", options(words.sharedOptions())));
        return new HelpReport(synopsis(words), text(words), sections);
    }

    /** Everything that a command declares, and the global options. */
    static Words declared(CommandRegistry.Entry entry) {
        Words words = new Words(entry.name());
        var unused = entry.make().apply(words);
        SharedOptions.declare(words);
        return words;
    }

    private static String text(Words words) {
        String summary = words.summary();
        String sentence = Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
        return words.description().isEmpty() ? sentence : sentence + "\n\n" + words.description();
    }

    private static String synopsis(Words words) {
        StringBuilder text = new StringBuilder("migrate " + words.name());
        for (PositionalParamSpec it : words.spec().positionalParameters()) {
            text.append(' ').append(label(it));
        }
        return text.append(" [options]").toString();
    }

    /** {@code TARGET}, {@code [TARGET]}, {@code [TARGET…]}. */
    private static String label(PositionalParamSpec argument) {
        String label = argument.arity().max() > 1 ? argument.paramLabel() + "…" : argument.paramLabel();
        return argument.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private static List<Definition> arguments(Words words) {
        return words.spec().positionalParameters().stream()
                .map(it -> new Definition(label(it), it.description()[0]))
                .toList();
    }

    private static List<Definition> options(List<OptionSpec> options) {
        return options.stream()
                .map(it -> {
                    String names = String.join(", ", it.names());
                    boolean valued = it.arity().max() > 0;
                    return new Definition(valued ? names + " " + it.paramLabel() : names, it.description()[0]);
                })
                .toList();
    }
}
