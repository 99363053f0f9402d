package dev.mig.files.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one place says: a file's top level, one of its environments, the process's environment, the flags. */
record Layer(Map<Setting, ConfiguredValue> settings, Map<String, ConfiguredValue> variables) {
    Layer() {
        this(new EnumMap<>(Setting.class), new LinkedHashMap<>());
    }
}
