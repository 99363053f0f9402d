/**
 * The shell {@code migrate>}: prompt, line editing, and the loop.
 *
 * <p>The only package that uses JLine. It runs the commands of {@link dev.mig.command} and knows them only by name.
 * Nothing here connects or reads revisions.
 */
@NullMarked
package dev.mig.terminal;

import org.jspecify.annotations.NullMarked;
