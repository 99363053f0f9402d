/**
 * Finds risks in valid revisions: operations that lock a table in use, fail on existing rows, lose data, or break
 * programs that run at the same time.
 *
 * <p>Pure. It knows operations and how each database performs them; it does not ask a database how large a table is,
 * and forbids nothing.
 */
@NullMarked
package dev.mig.lint;

import org.jspecify.annotations.NullMarked;
