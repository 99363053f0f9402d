package dev.mig.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Tokens in words that people use: what was found, and what was expected. */
final class TokenDescriptions {
    /** The maximum number of alternatives listed. */
    private static final int MOST_ALTERNATIVES = 6;

    private static final String NAME = "a name";
    private static final String COLUMN = "the name of a column";
    private static final String TABLE = "the name of a table";
    private static final String BRACE = "\"{\"";
    private static final String LINE_END = "the end of the line";

    /** Rules that readers see as one thing; those that may always follow are not worth mentioning. */
    private static final Map<Integer, String> RULES = Map.ofEntries(
            Map.entry(MigParser.RULE_statement, "a statement"),
            Map.entry(MigParser.RULE_tableName, TABLE),
            Map.entry(MigParser.RULE_columnPath, "a column, with its table: T.C"),
            Map.entry(MigParser.RULE_columnName, COLUMN),
            Map.entry(MigParser.RULE_itemName, COLUMN),
            Map.entry(MigParser.RULE_columnList, "column names in brackets"),
            Map.entry(MigParser.RULE_constraintName, "the name of the constraint"),
            Map.entry(MigParser.RULE_indexName, "the name of the index"),
            Map.entry(MigParser.RULE_indexPath, "the name of the index"),
            Map.entry(MigParser.RULE_newName, "the new name"),
            Map.entry(MigParser.RULE_qualifiedName, NAME),
            Map.entry(MigParser.RULE_name, NAME),
            Map.entry(MigParser.RULE_kind, "what kind of object it is, such as trigger"),
            Map.entry(MigParser.RULE_method, "the method of the index, such as btree"),
            Map.entry(MigParser.RULE_type, "a type"),
            Map.entry(MigParser.RULE_typeArguments, "a length in brackets"),
            Map.entry(MigParser.RULE_columnOption, "an option such as \"not null\""),
            Map.entry(MigParser.RULE_constraintBody, "\"primary key\", \"foreign key\", \"unique\" or \"check\""),
            Map.entry(
                    MigParser.RULE_referenceAction,
                    "\"cascade\", \"restrict\", \"set null\", \"set default\" or \"no action\""),
            Map.entry(MigParser.RULE_columnChange, "what changes: \"type\", \"set …\", \"drop …\" or \"add identity\""),
            Map.entry(MigParser.RULE_action, "what changes: \"add\", \"drop\", \"rename\", \"alter\" …"),
            Map.entry(MigParser.RULE_block, BRACE),
            Map.entry(MigParser.RULE_items, BRACE),
            Map.entry(MigParser.RULE_actions, BRACE),
            Map.entry(MigParser.RULE_indexElements, "the columns of the index in brackets"),
            Map.entry(MigParser.RULE_expression, "SQL in brackets"),
            Map.entry(MigParser.RULE_callArguments, "\"(\""),
            Map.entry(MigParser.RULE_sqlText, "SQL in \"\"\" \"\"\""),
            Map.entry(MigParser.RULE_text, "a string in single quotes"),
            Map.entry(MigParser.RULE_literal, "a value"),
            Map.entry(MigParser.RULE_integer, "a number"),
            Map.entry(MigParser.RULE_row, "a row in brackets"),
            Map.entry(MigParser.RULE_assignment, "a column and its value: C = 1"),
            Map.entry(MigParser.RULE_dialects, "a database such as postgresql"),
            Map.entry(MigParser.RULE_dialect, "a database such as postgresql"),
            Map.entry(MigParser.RULE_operatorClass, "an operator class"));

    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry(MigLexer.LPAREN, "\"(\""),
            Map.entry(MigLexer.RPAREN, "\")\""),
            Map.entry(MigLexer.LBRACE, BRACE),
            Map.entry(MigLexer.RBRACE, "\"}\""),
            Map.entry(MigLexer.COMMA, "\",\""),
            Map.entry(MigLexer.DOT, "\".\""),
            Map.entry(MigLexer.EQ, "\"=\""),
            Map.entry(MigLexer.MINUS, "\"-\""),
            Map.entry(MigLexer.ARRAY, "\"[]\""),
            Map.entry(MigLexer.SEMI, "\";\""),
            Map.entry(MigLexer.NL, LINE_END),
            Map.entry(MigLexer.IDENT, NAME),
            Map.entry(MigLexer.QUOTED, "a name in double quotes"),
            Map.entry(MigLexer.NUMBER, "a number"),
            Map.entry(MigLexer.STRING, "a string in single quotes"),
            Map.entry(MigLexer.RAW, "SQL in brackets"),
            Map.entry(Token.EOF, "the end of the file"));

    private TokenDescriptions() {}

    /** Rules that a {@link RuleMatch} names and does not descend into. */
    static Set<Integer> wholeRules() {
        return RULES.keySet();
    }

    /** What could have come, with commas and an "or". */
    static String expected(RuleMatch reach) {
        Set<String> words = new LinkedHashSet<>();
        reach.rules().forEach(it -> words.add(RULES.get(it)));
        boolean named = words.stream().anyMatch(it -> it.startsWith("the name") || it.equals(NAME));
        for (int type : reach.types()) {
            String word = SIGNS.getOrDefault(type, "\"" + keyword(type) + "\"");
            // A dot or an array could follow many names, and is hardly ever what is missing.
            boolean seldom = type == MigLexer.DOT
                    || type == MigLexer.ARRAY
                    || type == MigLexer.NL
                    || type == MigLexer.MINUS
                    || type == MigLexer.SEMI
                    || (named && word.equals(NAME));
            if (!seldom) {
                words.add(word);
            }
        }
        if (reach.mayEnd()) {
            words.remove("a length in brackets");
            words.add(LINE_END);
        }
        List<String> listed = new ArrayList<>(words);
        if (listed.size() > MOST_ALTERNATIVES) {
            listed = new ArrayList<>(listed.subList(0, MOST_ALTERNATIVES));
            return String.join(", ", listed) + " …";
        }
        if (listed.size() < 2) {
            return listed.isEmpty() ? LINE_END : listed.getFirst();
        }
        String last = listed.removeLast();
        return String.join(", ", listed) + " or " + last;
    }

    static String found(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end of the file";
            case MigLexer.NL -> LINE_END;
            default -> "\"" + shortened(token.getText()) + "\"";
        };
    }

    /** A keyword as it is written. */
    static String keyword(int type) {
        String symbol = MigLexer.VOCABULARY.getSymbolicName(type);
        return (symbol.endsWith("_") ? symbol.substring(0, symbol.length() - 1) : symbol).toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 40 && line.length() == text.length()
                ? line
                : line.substring(0, Math.min(40, line.length())) + "…";
    }
}
