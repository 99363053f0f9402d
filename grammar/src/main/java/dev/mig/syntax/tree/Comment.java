package dev.mig.syntax.tree;

import dev.mig.source.Span;

/**
 * A comment outside raw SQL, with its {@code --} or its {@code /* … *}{@code /}.
 *
 * @param ownLine whether nothing but blanks stands before it on its line
 */
public record Comment(String text, boolean ownLine, Span span) {}
