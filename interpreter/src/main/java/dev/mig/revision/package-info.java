/**
 * Which revisions there are, how they follow each other, which of them a word means, and which steps lead from what is
 * applied to what is wanted.
 *
 * <p>Everything here is a function of the headers of the files, the rows of the version table and the words typed. It
 * knows nothing of files, databases, statements or the clock, and never looks into a migration.
 */
@NullMarked
package dev.mig.revision;

import org.jspecify.annotations.NullMarked;
