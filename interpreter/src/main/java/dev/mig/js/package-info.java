/**
 * Revisions and {@code env.js} in JavaScript: a file is run inside a fence and what it asks for is written down, as the
 * same statements that a {@code .mig} file would hold, each with the place of the call.
 *
 * <p>This is the only room that touches GraalVM. It opens no file and no connection: texts come through {@link
 * dev.mig.compile.RevisionFiles}, rows through {@link dev.mig.model.Rows}. Nothing here starts the engine before a
 * script has to run.
 */
@NullMarked
package dev.mig.js;

import org.jspecify.annotations.NullMarked;
