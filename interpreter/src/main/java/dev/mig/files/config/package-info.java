/**
 * The configuration from {@code migrate.toml}, {@code .env}, environment variables and flags; each value with its
 * origin.
 *
 * <p>All keys are checked, including those that the current command does not use, so that a misspelled key is found
 * early. Nothing here connects, and a password is read only on demand.
 */
@NullMarked
package dev.mig.files.config;

import org.jspecify.annotations.NullMarked;
