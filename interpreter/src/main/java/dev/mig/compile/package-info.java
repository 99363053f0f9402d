/**
 * From what was written to what is meant: a tree becomes operations for one database, checked against the schema that
 * the ancestors leave behind, each with its grade, and with the way back where the file wants it derived.
 *
 * <p>It knows no SQL of any database, opens no file and no connection: texts come through {@link
 * dev.mig.compile.RevisionFiles}, and what only a database knows comes as a value.
 */
@NullMarked
package dev.mig.compile;

import org.jspecify.annotations.NullMarked;
