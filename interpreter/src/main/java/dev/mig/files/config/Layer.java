package dev.mig.files.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings from one source: the top level of a file, one of its environments, the process environment, or the
 * flags.
 */
record Layer(Map<Setting, ConfiguredValue> settings, Map<String, ConfiguredValue> variables) {
    Layer() {
        this(new EnumMap<>(Setting.class), new LinkedHashMap<>());
    }
}
