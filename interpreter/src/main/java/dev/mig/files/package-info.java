/**
 * The migrations folder on disk: which files are revisions, their headers, texts and checksums; and the files that
 * the tool itself writes.
 *
 * <p>This is the only package that opens files. It makes no decisions about the graph, does not compile, and receives
 * the clock and the process environment from its callers.
 */
@NullMarked
package dev.mig.files;

import org.jspecify.annotations.NullMarked;
