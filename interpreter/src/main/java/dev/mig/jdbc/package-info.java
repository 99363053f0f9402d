/**
 * Databases: connecting, the version table, the journal, the lock, and running a script.
 *
 * <p>It knows nothing of files, of how a script came about, or of how an outcome is shown.
 */
@NullMarked
package dev.mig.jdbc;

import org.jspecify.annotations.NullMarked;
