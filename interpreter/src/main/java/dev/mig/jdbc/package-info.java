/**
 * Databases: connections, the version table, the journal, the lock, and running scripts.
 *
 * <p>It knows nothing of files, of how a script was compiled, or of how a result is shown.
 */
@NullMarked
package dev.mig.jdbc;

import org.jspecify.annotations.NullMarked;
