/**
 * Compiles a plan to SQL for one database: statements with their source positions, in parts that commit together.
 *
 * <p>Pure: a plan, compiled migrations and a dialect in, a script out. It knows nothing of connections, of the effect
 * of a statement, or of how a script is shown.
 */
@NullMarked
package dev.mig.script;

import org.jspecify.annotations.NullMarked;
