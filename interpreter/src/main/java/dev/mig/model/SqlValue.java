package dev.mig.model;

import dev.mig.syntax.tree.Value.Word;

/** A value in an operation: one to bind, a keyword that each database spells its own way, or SQL. */
public sealed interface SqlValue {

    record Text(String value) implements SqlValue {}

    /** @param written as the author wrote it: {@code 1.50} is not {@code 1.5} */
    record Number(String written) implements SqlValue {}

    record Bool(boolean value) implements SqlValue {}

    record Null() implements SqlValue {}

    /** The column's default; in insert and update only. */
    record Default() implements SqlValue {}

    record Keyword(Word word) implements SqlValue {}

    /** @param sql with the brackets it was written in */
    record Expression(String sql) implements SqlValue {}

    /** @param arguments with their brackets */
    record Call(QualifiedIdentifier function, String arguments) implements SqlValue {}
}
