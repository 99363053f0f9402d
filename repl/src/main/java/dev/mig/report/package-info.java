/**
 * What a command found out or did, as a value, and how that value reads: as text with colours, or as one JSON document.
 *
 * <p>Nothing here decides anything, reads a file, asks a database or knows how a command was typed.
 */
@NullMarked
package dev.mig.report;

import org.jspecify.annotations.NullMarked;
