/**
 * Reads the structure of a database, as the same value that replaying revisions produces.
 *
 * <p>It runs a constant number of catalogue queries per database, however many tables there are. It changes nothing,
 * compares nothing, and knows nothing of revisions.
 */
@NullMarked
package dev.mig.jdbc.inspect;

import org.jspecify.annotations.NullMarked;
