package dev.mig.model;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Null start and increment: the database's own, 1 and 1. */
public record Sequence(
        QualifiedIdentifier name,
        @Nullable BigInteger start,
        @Nullable BigInteger increment) {}
