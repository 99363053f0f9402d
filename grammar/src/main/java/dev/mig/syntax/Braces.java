package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import dev.mig.source.Source;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;

/** Sees to it that every brace has its partner before the parser runs. */
final class Braces {
    private Braces() {}

    static boolean isInsideTable(List<Token> tokens) {
        return false;
    }

    static List<Token> balance(Source source, List<Token> tokens, Consumer<Diagnostic> problems) {
        return tokens;
    }
}
