/**
 * Source texts, positions in them, and diagnostics about a position.
 *
 * <p>Every user error becomes a {@link dev.mig.source.Diagnostic}. This package knows nothing of the language,
 * databases or files: it receives text and offsets.
 */
@NullMarked
package dev.mig.source;

import org.jspecify.annotations.NullMarked;
