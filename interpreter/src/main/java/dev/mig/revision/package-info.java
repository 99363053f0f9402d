/**
 * The graph of revisions, targets that refer to them, and plans: the steps from what is applied to what is wanted.
 *
 * <p>Everything here is a function of the headers of files, the rows of the version table and the arguments. It knows
 * nothing of files, databases, statements or the clock, and never looks into a migration.
 */
@NullMarked
package dev.mig.revision;

import org.jspecify.annotations.NullMarked;
