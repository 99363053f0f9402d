/** Tests of the replayed schema, and random schemas for whoever wants to hold a property by them. */
@NullMarked
package dev.mig.model;

import org.jspecify.annotations.NullMarked;
