package dev.mig.model;

import java.util.List;

/** An enum type, as created by {@code create type … as enum}. */
public record EnumType(QualifiedIdentifier name, List<String> values) {
    public EnumType {
        values = List.copyOf(values);
    }
}
