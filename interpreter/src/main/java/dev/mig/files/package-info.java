/**
 * The folder of migrations as it lies on the disk: which files are revisions, what their headers say, their whole
 * texts when somebody asks, their checksums; and the files that the tool itself writes.
 *
 * <p>This is the only room that opens files. It decides nothing about the graph, does not compile, and knows neither
 * the clock nor the environment of the process: both are handed in.
 */
@NullMarked
package dev.mig.files;

import org.jspecify.annotations.NullMarked;
