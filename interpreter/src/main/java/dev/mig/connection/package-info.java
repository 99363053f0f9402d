/**
 * Where a database is and the secret that opens it, as values.
 *
 * <p>What reads the configuration and what connects share these. Nothing here reads a file, connects or prints; and
 * nothing here can be printed by accident with a password in it.
 */
@NullMarked
package dev.mig.connection;

import org.jspecify.annotations.NullMarked;
