/**
 * JDBC URLs and secrets, as values.
 *
 * <p>Shared by the packages that read the configuration and those that connect. Nothing here reads files, connects or
 * prints, and no value prints a password by accident.
 */
@NullMarked
package dev.mig.connection;

import org.jspecify.annotations.NullMarked;
