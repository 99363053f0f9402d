package dev.mig.diff;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes names and texts so that they read back the same. */
final class Spell {
    /** Words with a special meaning after {@code index}. */
    private static final Set<String> TAKEN = Set.of("concurrently", "if", "on");

    private final Folding folding;

    Spell(Folding folding) {
        this.folding = folding;
    }

    Name name(Identifier identifier) {
        String text = identifier.text();
        if (identifier.quoted()) {
            return new Name(escaped(text), true, Span.none());
        }
        return TAKEN.contains(text.toLowerCase(Locale.ROOT))
                ? new Name(folding.key(identifier), true, Span.none())
                : new Name(text, false, Span.none());
    }

    List<Name> names(List<Identifier> identifiers) {
        return identifiers.stream().map(this::name).toList();
    }

    QualifiedName qualified(QualifiedIdentifier name) {
        Identifier schema = name.schema();
        List<Name> parts = schema == null ? List.of(name(name.name())) : List.of(name(schema), name(name.name()));
        return new QualifiedName(parts, Span.none());
    }

    static Text text(String text) {
        return new Text(escaped(text), Span.none());
    }

    static SqlText sql(String sql) {
        return new SqlText(escaped(sql), Span.none());
    }

    /** @param sql with or without brackets around it */
    static Value.Expression expression(String sql) {
        return new Value.Expression(escaped(bracketed(sql)), Span.none());
    }

    static String escaped(String text) {
        return text.replace("${", "$${");
    }

    private static String bracketed(String sql) {
        String text = sql.strip();
        return isBracketed(text) ? text : "(" + text + ")";
    }

    /** Whether the initial bracket is closed by the last character. */
    private static boolean isBracketed(String text) {
        if (!text.startsWith("(")) {
            return false;
        }
        int depth = 0;
        int at = 0;
        for (RawSql.Token token : RawSql.tokens(text)) {
            at += token.text().length();
            if (token.text().equals("(")) {
                depth++;
            } else if (token.text().equals(")")) {
                depth--;
                if (depth == 0) {
                    return at == text.length();
                }
            }
        }
        return false;
    }
}
