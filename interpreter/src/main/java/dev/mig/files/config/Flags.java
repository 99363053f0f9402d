package dev.mig.files.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration given on the command line; null where it says nothing.
 *
 * @param config {@code -c}, relative to the directory to work in
 * @param environment {@code -n}
 * @param variables {@code -x name=value}
 */
public record Flags(
        @Nullable String config,
        @Nullable String environment,
        @Nullable String url,
        @Nullable String user,
        Map<String, String> variables) {
    public static final Flags NONE = new Flags(null, null, null, null, Map.of());

    public Flags {
        variables = Map.copyOf(variables);
    }
}
