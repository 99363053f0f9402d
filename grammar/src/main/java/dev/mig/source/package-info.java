/**
 * Texts, places in them, and what there is to say about a place.
 *
 * <p>Everything that a person may get wrong ends as a {@link dev.mig.source.Diagnostic}. This package knows nothing
 * of the language, of databases or of files: it is handed text and offsets.
 */
@NullMarked
package dev.mig.source;

import org.jspecify.annotations.NullMarked;
