package dev.mig.files.config;

/**
 * A value and where it came from.
 *
 * @param value of the type that the setting's {@link Shape} says
 */
record Given(Object value, Origin origin) {}
