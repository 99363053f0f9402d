/**
 * Operations on a schema, and the schema that results from them.
 *
 * <p>Values only. Nothing here knows how a file or a database spells an operation, or whether it ran.
 */
@NullMarked
package dev.mig.model;

import org.jspecify.annotations.NullMarked;
