/**
 * What commands work on: the configuration, the files and the database of a project, the console in front of somebody,
 * and what has to be known before a database is moved or compared.
 *
 * <p>It knows no command, and nothing of how words are read from a command line.
 */
@NullMarked
package dev.mig.project;

import org.jspecify.annotations.NullMarked;
