/**
 * Hibernate's metadata as a wanted schema. This is the only package that knows Hibernate, which is the user's own; it is
 * loaded with it, and it opens no connection.
 */
@NullMarked
package dev.mig.entities.hibernate;

import org.jspecify.annotations.NullMarked;
