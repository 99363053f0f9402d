/**
 * The configuration: what {@code migrate.toml}, {@code .env}, environment variables and flags say, each value with
 * where it came from.
 *
 * <p>All keys are known here and checked, also those that the command at hand does not use: a misspelt key must not be
 * found out on the day it matters. Nothing here connects, and a password is fetched only when somebody asks for it.
 */
@NullMarked
package dev.mig.files.config;

import org.jspecify.annotations.NullMarked;
