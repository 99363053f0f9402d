package dev.mig.diff;

import dev.mig.diff.SqlTokens.Kind;
import dev.mig.diff.SqlTokens.Token;
import dev.mig.model.Folding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Normalises SQL expressions so that equivalent ones become equal, as far as that is possible without a database:
 * redundant brackets, casts, alternative spellings of operators, {@code now()} for {@code current_timestamp}, and
 * PostgreSQL's form of {@code in}.
 *
 * <p>What it cannot read, a subquery for instance, it compares token by token. It never says that a text is wrong.
 */
final class Expressions {
    private static final Map<String, String> SYNONYMS =
            Map.of("!=", "<>", "~~", "like", "!~~", "not like", "~~*", "ilike", "!~~*", "not ilike");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
    private static final Set<String> MOMENTS =
            Set.of("now", "current_timestamp", "localtimestamp", "transaction_timestamp");
    private static final Set<String> LIKES = Set.of("like", "ilike", "in", "between", "similar", "regexp", "glob");

    private final SqlTokens tokens;

    private Expressions(SqlTokens tokens) {
        this.tokens = tokens;
    }

    /** The normal form that decides whether two expressions by different authors are equal. */
    static String canonical(String sql, Folding folding) {
        Expressions reading = new Expressions(SqlTokens.of(sql, folding));
        try {
            String form = reading.or();
            if (reading.tokens.isAtEnd()) {
                return form;
            }
        } catch (Unread unread) {
            // Compared as is.
        }
        return flat(sql, folding);
    }

    /** The tokens themselves: for two texts of one database, where every difference matters. */
    static String flat(String sql, Folding folding) {
        return SqlTokens.of(sql, folding).flat();
    }

    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unread() {
            super(null, null, false, false);
        }
    }

    private interface Level {
        String read();
    }

    private String or() {
        return chain("or", this::and);
    }

    private String and() {
        return chain("and", this::not);
    }

    /** Bracketed members of the same associative operator are flattened. */
    private String chain(String word, Level below) {
        List<String> members = new ArrayList<>();
        do {
            members.add(below.read());
        } while (tokens.takeWord(word));
        if (members.size() == 1) {
            return members.getFirst();
        }
        String open = "[" + word + " ";
        StringBuilder text = new StringBuilder(open);
        for (String member : members) {
            boolean same = member.startsWith(open);
            text.append(same ? member.substring(open.length(), member.length() - 1) : "{" + member + "}");
        }
        return text.append(']').toString();
    }

    private String not() {
        return tokens.takeWord("not") ? negated(not()) : comparison();
    }

    private static String negated(String form) {
        return form.startsWith("[not ") ? form.substring(5, form.length() - 1) : "[not " + form + "]";
    }

    private String comparison() {
        String left = operation();
        while (true) {
            Token token = tokens.peek();
            if (token == null) {
                return left;
            }
            String sign = SYNONYMS.getOrDefault(token.text(), token.text());
            if (token.kind() == Kind.SIGN && COMPARISONS.contains(sign)) {
                tokens.next();
                left = compared(left, sign, operation());
            } else if (token.kind() == Kind.SIGN && sign.endsWith("like")) {
                tokens.next();
                String like = "[like " + left + " " + operation() + "]";
                left = sign.startsWith("not") ? negated(like) : like;
            } else if (tokens.takeWord("is")) {
                boolean not = tokens.takeWord("not");
                String is = "[is " + left + " " + primary() + "]";
                left = not ? negated(is) : is;
            } else if (LIKES.contains(token.word()) || (token.word().equals("not") && isLike(tokens.peek(1)))) {
                boolean not = tokens.takeWord("not");
                String like = like(left, tokens.next().word());
                left = not ? negated(like) : like;
            } else {
                return left;
            }
        }
    }

    private static boolean isLike(@Nullable Token token) {
        return token != null && LIKES.contains(token.word());
    }

    private String like(String left, String word) {
        return switch (word) {
            case "between" -> {
                String low = operation();
                if (!tokens.takeWord("and")) {
                    throw new Unread();
                }
                yield "[and {" + compared(left, ">=", low) + "}{" + compared(left, "<=", operation()) + "}]";
            }
            case "in" -> "[in " + left + " " + listed(operation()) + "]";
            case "similar" -> throw new Unread();
            default -> "[" + word + " " + left + " " + operation() + "]";
        };
    }

    /** {@code = any (array[…])} is how PostgreSQL stores {@code in (…)}. */
    private static String compared(String left, String sign, String right) {
        if (sign.equals("=") && right.startsWith("any[")) {
            return "[in " + left + " " + right.substring(3) + "]";
        }
        if (sign.equals("<>") && right.startsWith("all[")) {
            return negated("[in " + left + " " + right.substring(3) + "]");
        }
        // An inequality equals a negated equality.
        return sign.equals("<>")
                ? negated("[= " + left + " " + right + "]")
                : "[" + sign + " " + left + " " + right + "]";
    }

    private static String listed(String form) {
        return form.startsWith("[list ") ? form : "[list " + form + ",]";
    }

    private String operation() {
        String left = sum();
        while (true) {
            Token token = tokens.peek();
            boolean other = token != null
                    && token.kind() == Kind.SIGN
                    && (token.text().length() > 1 || "|&#~@?^".contains(token.text()))
                    && !COMPARISONS.contains(SYNONYMS.getOrDefault(token.text(), token.text()))
                    && !SYNONYMS.containsKey(token.text())
                    && !token.text().equals("::");
            if (!other) {
                return left;
            }
            String sign = tokens.next().text();
            String right = sum();
            String open = "[|| ";
            left = sign.equals("||") && left.startsWith(open)
                    ? left.substring(0, left.length() - 1) + " " + right + "]"
                    : "[" + sign + " " + left + " " + right + "]";
        }
    }

    private String sum() {
        String left = product();
        while (tokens.isSign("+") || tokens.isSign("-")) {
            left = "[" + tokens.next().text() + " " + left + " " + product() + "]";
        }
        return left;
    }

    private String product() {
        String left = unary();
        while (tokens.isSign("*") || tokens.isSign("/") || tokens.isSign("%")) {
            left = "[" + tokens.next().text() + " " + left + " " + unary() + "]";
        }
        return left;
    }

    private String unary() {
        if (tokens.takeSign("-")) {
            return "-" + unary();
        }
        return tokens.takeSign("+") ? unary() : cast();
    }

    private String cast() {
        String inner = primary();
        while (true) {
            if (tokens.takeSign("::")) {
                type();
            } else if (tokens.takeSign("[")) {
                inner = "[at " + inner + " " + or() + "]";
                expect("]");
            } else {
                return inner;
            }
        }
    }

    /** Casts added by databases are dropped. */
    private void type() {
        Token name = tokens.isAtEnd() ? null : tokens.next();
        if (name == null || name.kind() == Kind.STRING) {
            throw new Unread();
        }
        while (tokens.takeSign(".")) {
            tokens.next();
        }
        while (tokens.takeWord("precision")
                || tokens.takeWord("varying")
                || tokens.takeWord("large")
                || tokens.takeWord("object")) {
            // Words of the type's name.
        }
        if (tokens.takeSign("(")) {
            while (!tokens.isAtEnd() && !tokens.takeSign(")")) {
                tokens.next();
            }
        }
        if (tokens.takeWord("with") || tokens.takeWord("without")) {
            tokens.takeWord("local");
            tokens.takeWord("time");
            tokens.takeWord("zone");
        }
        while (tokens.isSign("[") && tokens.isSign(1, "]")) {
            tokens.next();
            tokens.next();
        }
    }

    private String primary() {
        if (tokens.isAtEnd()) {
            throw new Unread();
        }
        Token token = tokens.next();
        return switch (token.kind()) {
            case STRING -> token.text();
            case NUMBER -> number(token.text());
            case QUOTED -> name(token);
            case SIGN -> token.text().equals("(") ? bracketed() : unread();
            case WORD -> word(token);
        };
    }

    private static String number(String written) {
        try {
            return new BigDecimal(written).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException other) {
            return written;
        }
    }

    private static String unread() {
        throw new Unread();
    }

    private String bracketed() {
        if (tokens.isWord("select") || tokens.isWord("with")) {
            throw new Unread();
        }
        List<String> items = items(")");
        return items.size() == 1 ? items.getFirst() : list(items);
    }

    private static String list(List<String> items) {
        StringBuilder text = new StringBuilder("[list ");
        items.forEach(it -> text.append(it).append(','));
        return text.append(']').toString();
    }

    /** Separated by commas, up to the closing sign. */
    private List<String> items(String close) {
        List<String> items = new ArrayList<>();
        if (tokens.takeSign(close)) {
            return items;
        }
        do {
            items.add(or());
        } while (tokens.takeSign(","));
        expect(close);
        return items;
    }

    private void expect(String sign) {
        if (!tokens.takeSign(sign)) {
            throw new Unread();
        }
    }

    private String word(Token token) {
        switch (token.word()) {
            case "case", "exists", "select", "interval", "extract", "row" -> throw new Unread();
            case "cast" -> {
                if (tokens.takeSign("(")) {
                    String inner = or();
                    if (!tokens.takeWord("as")) {
                        throw new Unread();
                    }
                    type();
                    expect(")");
                    return inner;
                }
            }
            case "array" -> {
                if (tokens.takeSign("[")) {
                    return list(items("]"));
                }
            }
            default -> {}
        }
        if (MOMENTS.contains(token.word())) {
            if (tokens.takeSign("(")) {
                items(")");
            }
            return "current_timestamp";
        }
        Token after = tokens.peek();
        if (after != null && after.kind() == Kind.STRING) {
            return token.text() + " " + tokens.next().text();
        }
        return name(token);
    }

    /** A name, perhaps in a table or schema, perhaps called. */
    private String name(Token first) {
        StringBuilder name = new StringBuilder(first.text());
        while (tokens.takeSign(".")) {
            if (tokens.isAtEnd()) {
                throw new Unread();
            }
            name.append('.').append(tokens.next().text());
        }
        if (!tokens.takeSign("(")) {
            return name.toString();
        }
        List<String> arguments = items(")");
        boolean quantified = (first.word().equals("any") || first.word().equals("all"))
                && arguments.size() == 1
                && arguments.getFirst().startsWith("[list ");
        return quantified ? first.word() + arguments.getFirst() : name + "(" + String.join(", ", arguments) + ")";
    }
}
