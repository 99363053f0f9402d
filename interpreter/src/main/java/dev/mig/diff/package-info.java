/**
 * What makes one schema of another: two schemas in, operations in an order that runs out, and the text of a file that
 * holds them.
 *
 * <p>Pure. It knows neither where a schema came from, a database, a file or a replayed history, nor who reads the
 * outcome. What two databases would say of one thing in different words, it is given in the words of one.
 */
@NullMarked
package dev.mig.diff;

import org.jspecify.annotations.NullMarked;
