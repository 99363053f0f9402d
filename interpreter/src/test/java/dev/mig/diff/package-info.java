@NullMarked
package dev.mig.diff;

import org.jspecify.annotations.NullMarked;
