/** The shell: lines done, keystrokes in and a screen out. */
@NullMarked
package dev.mig.terminal;

import org.jspecify.annotations.NullMarked;
