/**
 * The schema that JPA entities want. What is here finds the classes and the reader that goes with the user's Hibernate,
 * and keeps both in a class loader of their own; nothing here knows Hibernate. The reader itself lies in a package below
 * this one and in an artifact beside this one, which is not on the class path of the program.
 */
@NullMarked
package dev.mig.entities;

import org.jspecify.annotations.NullMarked;
