package dev.mig.model;

/**
 * What the language has no form for: a trigger, function, domain, policy, extension …
 *
 * @param create the text that makes it
 * @param drop the text that takes it away
 */
public record SchemaObject(String kind, QualifiedIdentifier name, String create, String drop) {}
