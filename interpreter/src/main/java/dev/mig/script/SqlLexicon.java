package dev.mig.script;

/**
 * Lexical rules of a database's SQL, so that semicolons inside strings, names and comments do not end a statement:
 * data for the splitter.
 *
 * @param backslashEscapes whether a backslash inside a string hides the quote after it
 * @param escapeStrings whether that holds for strings marked with an {@code E} before them
 * @param backquotes whether backquotes quote a name
 * @param brackets whether {@code [ ]} quote a name
 * @param hashComments whether {@code #} begins a comment
 * @param dashNeedsBlank whether {@code --} begins a comment only before a blank
 * @param slashComments whether {@code //} begins a comment
 * @param nestedComments whether block comments nest
 * @param dollarQuotes which quotes of dollars there are
 * @param delimiterCommand whether a line {@code DELIMITER x} changes what ends a statement
 * @param compoundBodies whether {@code BEGIN … END} holds whole statements
 */
public record SqlLexicon(
        boolean backslashEscapes,
        boolean escapeStrings,
        boolean backquotes,
        boolean brackets,
        boolean hashComments,
        boolean dashNeedsBlank,
        boolean slashComments,
        boolean nestedComments,
        DollarQuotes dollarQuotes,
        boolean delimiterCommand,
        CompoundBodies compoundBodies) {

    /** As a client reads it that knows nothing of statements inside a statement. */
    SqlLexicon withoutBodies() {
        return new SqlLexicon(
                backslashEscapes,
                escapeStrings,
                backquotes,
                brackets,
                hashComments,
                dashNeedsBlank,
                slashComments,
                nestedComments,
                dollarQuotes,
                delimiterCommand,
                CompoundBodies.NONE);
    }

    public enum DollarQuotes {
        NONE,
        /** {@code $$ … $$} only. */
        PLAIN,
        /** {@code $tag$ … $tag$} as well. */
        TAGGED
    }

    /** Where statements stand inside a statement. */
    public enum CompoundBodies {
        NONE,
        /** After {@code create trigger} only. */
        TRIGGERS,
        /** In every stored program. */
        PROGRAMS,
        /** After {@code begin atomic} only. */
        ATOMIC
    }
}
