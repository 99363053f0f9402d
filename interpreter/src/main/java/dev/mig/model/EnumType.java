package dev.mig.model;

import java.util.List;

/** What {@code create type … as enum} makes. */
public record EnumType(QualifiedIdentifier name, List<String> values) {
    public EnumType {
        values = List.copyOf(values);
    }
}
