/** Sessions from the words typed to the database and back, played in one process. */
@NullMarked
package dev.mig.session;

import org.jspecify.annotations.NullMarked;
