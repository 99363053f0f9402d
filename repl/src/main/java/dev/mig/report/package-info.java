/**
 * The results of commands, as values that print themselves: as coloured text, or as one JSON document.
 *
 * <p>Nothing here makes decisions, reads files, asks a database or knows how a command was typed.
 */
@NullMarked
package dev.mig.report;

import org.jspecify.annotations.NullMarked;
