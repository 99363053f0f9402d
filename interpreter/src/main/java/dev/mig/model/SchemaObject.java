package dev.mig.model;

/**
 * An object for which the language has no statement: a trigger, function, domain, policy, extension, …
 *
 * @param create the text that makes it
 * @param drop the text that takes it away
 */
public record SchemaObject(String kind, QualifiedIdentifier name, String create, String drop) {}
