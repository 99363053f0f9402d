package dev.mig.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options that every command accepts, before or after its name.
 *
 * @param vars the {@code -x} options, the last one winning
 */
public record GlobalOptions(
        Optional<String> config,
        Optional<String> directory,
        Optional<String> environment,
        Optional<String> url,
        Optional<String> user,
        Map<String, String> vars,
        boolean json,
        boolean noColor,
        boolean yes,
        boolean quiet,
        boolean verbose,
        boolean debug,
        boolean noInput) {

    /** Words that say the same. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        config.ifPresent(it -> words.addAll(List.of("--config", it)));
        directory.ifPresent(it -> words.addAll(List.of("--directory", it)));
        environment.ifPresent(it -> words.addAll(List.of("--env", it)));
        url.ifPresent(it -> words.addAll(List.of("--url", it)));
        user.ifPresent(it -> words.addAll(List.of("--user", it)));
        vars.forEach((name, value) -> words.addAll(List.of("-x", name + "=" + value)));
        Map<String, Boolean> flags = new LinkedHashMap<>();
        flags.put("--json", json);
        flags.put("--no-color", noColor);
        flags.put("--yes", yes);
        flags.put("--quiet", quiet);
        flags.put("--verbose", verbose);
        flags.put("--debug", debug);
        flags.put("--no-input", noInput);
        flags.forEach((flag, said) -> {
            if (said) {
                words.add(flag);
            }
        });
        return words;
    }
}
