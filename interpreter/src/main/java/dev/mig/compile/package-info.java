/**
 * Compiles syntax trees to operations for one database, checked against the schema that the ancestors leave behind,
 * with their grades, and with a derived downgrade if the file asks for one.
 *
 * <p>It contains no SQL of any database and opens no files or connections: texts come through {@link
 * dev.mig.compile.RevisionFiles}, and what only the database knows is passed in as a value.
 */
@NullMarked
package dev.mig.compile;

import org.jspecify.annotations.NullMarked;
