/** Tests of compiling, and in-memory histories for whoever wants to compile one. */
@NullMarked
package dev.mig.compile;

import org.jspecify.annotations.NullMarked;
