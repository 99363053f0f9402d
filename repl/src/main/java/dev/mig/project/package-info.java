/**
 * What commands work on: the configuration, files and database of a project, the console, and everything that must be
 * known before a database is moved or compared.
 *
 * <p>It knows no commands, and nothing of how arguments are parsed.
 */
@NullMarked
package dev.mig.project;

import org.jspecify.annotations.NullMarked;
