/**
 * The process: its streams, its environment, its exit code, and the wiring of all other rooms.
 *
 * <p>Nothing is decided here, and no other package touches {@link java.lang.System}.
 */
@NullMarked
package dev.mig.app;

import org.jspecify.annotations.NullMarked;
