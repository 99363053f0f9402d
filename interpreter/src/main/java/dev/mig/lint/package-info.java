/**
 * What is risky about a revision that is right: what locks a table that is in use, fails where there are rows, loses
 * data, or breaks a program that runs while it is applied.
 *
 * <p>Pure. It knows operations and what each database does with them; it asks no database how much there is in a table,
 * and forbids nothing.
 */
@NullMarked
package dev.mig.lint;

import org.jspecify.annotations.NullMarked;
