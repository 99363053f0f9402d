/**
 * What migrations mean: operations on a schema, and the schema that operations leave behind.
 *
 * <p>Values only. Nothing here knows how a file spells an operation, how a database spells it, or whether it ran.
 */
@NullMarked
package dev.mig.model;

import org.jspecify.annotations.NullMarked;
