package dev.mig.files.config;

/**
 * A value and where it came from.
 *
 * @param value of the type that the setting's {@link SettingType} says
 */
record ConfiguredValue(Object value, Origin origin) {}
