/**
 * What a database says of the structure in it, as the same value that replaying revisions gives.
 *
 * <p>It asks catalogues, a few questions a database however many tables there are. It changes nothing, compares
 * nothing, and knows nothing of revisions.
 */
@NullMarked
package dev.mig.jdbc.inspect;

import org.jspecify.annotations.NullMarked;
