/**
 * Compares two schemas: computes operations that turn one into the other, in an executable order, and prints them.
 *
 * <p>Pure. It does not know whether a schema comes from a database, a file or a replayed history. What two databases
 * would describe differently must be passed in as one of them describes it.
 */
@NullMarked
package dev.mig.diff;

import org.jspecify.annotations.NullMarked;
