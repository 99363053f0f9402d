/**
 * The shell {@code migrate>}: a prompt, what is typed at it, and the loop between the two.
 *
 * <p>The only room that knows JLine. It runs the commands of {@link dev.mig.command} and knows none of them but by
 * name; what they do, ask and print is theirs. Nothing here connects, reads revisions or decides about them.
 */
@NullMarked
package dev.mig.terminal;

import org.jspecify.annotations.NullMarked;
