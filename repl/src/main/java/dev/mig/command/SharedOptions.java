package dev.mig.command;

import dev.mig.project.GlobalOptions;
import dev.mig.project.UsageError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Declares the global options. */
final class SharedOptions {
    private SharedOptions() {}

    /** Declares them; the returned supplier reads them after parsing. */
    static Supplier<GlobalOptions> declare(Words words) {
        words.shared();
        Supplier<Optional<String>> config = words.option("FILE", "the configuration file", "-c", "--config");
        Supplier<Optional<String>> directory =
                words.option("DIR", "run as if started in this directory", "-C", "--directory");
        Supplier<Optional<String>> environment =
                words.option("NAME", "the environment in the configuration: [env.NAME]", "-n", "--env");
        Supplier<Optional<String>> url = words.option("URL", "the JDBC URL of the database", "--url");
        Supplier<Optional<String>> user = words.option("NAME", "the database user", "--user");
        Supplier<List<String>> vars = words.options("KEY=VALUE", "set a variable; may be repeated", "-x");
        Supplier<Boolean> json = words.flag("print one JSON document", "--json");
        Supplier<Boolean> noColor = words.flag("print without colours", "--no-color");
        Supplier<Boolean> yes = words.flag("answer yes to all questions", "-y", "--yes");
        Supplier<Boolean> quiet = words.flag("print results and errors only", "-q", "--quiet");
        Supplier<Boolean> verbose = words.flag("print more", "-v", "--verbose");
        Supplier<Boolean> debug = words.flag("print stack traces", "--debug");
        Supplier<Boolean> noInput = words.flag("never ask questions", "--no-input");
        words.flag("print the version", "--version");
        words.flag("print this help", "-h", "--help");
        return () -> new GlobalOptions(
                config.get(),
                directory.get(),
                environment.get(),
                url.get(),
                user.get(),
                pairs(vars.get()),
                json.get(),
                noColor.get(),
                yes.get(),
                quiet.get(),
                verbose.get(),
                debug.get(),
                noInput.get());
    }

    private static Map<String, String> pairs(List<String> words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw UsageError.words(
                        "-x \"" + word + "\" is not KEY=VALUE",
                        "-x " + (equals == 0 ? "NAME" + word : word + "=VALUE"));
            }
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }
}
