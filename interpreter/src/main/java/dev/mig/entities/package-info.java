/**
 * The schema described by JPA entities. This package finds the entity classes, and the reader for the user's
 * Hibernate, and loads both in a class loader of their own; it does not use Hibernate itself. The reader is in a
 * subpackage, in a separate jar that is not on the program's class path.
 */
@NullMarked
package dev.mig.entities;

import org.jspecify.annotations.NullMarked;
