/**
 * What a plan sends to one database: statements with the place they came from, in the parts that commit together.
 *
 * <p>Pure: a plan, compiled migrations and a dialect in, a script out. It knows nothing of connections, of what a
 * statement did, or of how a script is shown.
 */
@NullMarked
package dev.mig.script;

import org.jspecify.annotations.NullMarked;
