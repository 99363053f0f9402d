package dev.mig.command;

import dev.mig.project.UsageError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The tables whose rows may go where the environment is protected and nobody can be asked. */
final class AllowedLosses {
    private static final String DROP = "drop:";

    private final Supplier<List<String>> allow;

    AllowedLosses(Words words) {
        allow = words.options(
                DROP + "TABLE",
                "in a protected environment: allow the loss of this table's rows; may be repeated",
                "--allow");
    }

    /** Their names in lower case: a user need not know how a database folds them. */
    Set<String> tables() {
        return allow.get().stream()
                .map(it -> {
                    if (!it.startsWith(DROP) || it.length() == DROP.length()) {
                        throw UsageError.words("--allow takes drop:TABLE, not \"" + it + "\"", "--allow drop:orders");
                    }
                    return it.substring(DROP.length()).toLowerCase(Locale.ROOT);
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
