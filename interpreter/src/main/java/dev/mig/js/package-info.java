/**
 * Revisions and {@code env.js} in JavaScript: runs a file in a sandbox and records its calls as the same statements
 * that a {@code .mig} file would contain, each with the position of the call.
 *
 * <p>This is the only package that uses GraalVM. It opens no files or connections: texts come through {@link
 * dev.mig.compile.RevisionFiles}, rows through {@link dev.mig.model.Rows}. The engine is not started before a script
 * has to run.
 */
@NullMarked
package dev.mig.js;

import org.jspecify.annotations.NullMarked;
