package dev.mig.model;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A sequence. A null start or increment means the database's default of 1. */
public record Sequence(
        QualifiedIdentifier name,
        @Nullable BigInteger start,
        @Nullable BigInteger increment) {}
