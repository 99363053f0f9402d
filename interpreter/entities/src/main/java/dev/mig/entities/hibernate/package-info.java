/**
 * Converts Hibernate's metadata to a schema. This is the only package that uses Hibernate, which comes from the
 * user's class path and is loaded together with this package. It opens no connection.
 */
@NullMarked
package dev.mig.entities.hibernate;

import org.jspecify.annotations.NullMarked;
