package dev.mig.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.source.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {
    static Stream<String> right() {
        return Samples.right();
    }

    @ParameterizedTest
    @MethodSource("right")
    void nothingCanBeReadInTwoWays(String text) {
        Source source = new Source("", text);
        int start = HeaderReader.lines(source, HeaderReader.Style.MIG).bodyStart();
        List<Token> tokens = BodyLexer.lex(source, start).tokens();
        List<String> ambiguous = new ArrayList<>();
        MigParser parser = new MigParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void reportAmbiguity(
                    Parser recognizer,
                    DFA dfa,
                    int from,
                    int to,
                    boolean exact,
                    BitSet alternatives,
                    ATNConfigSet configurations) {
                String rule = MigParser.ruleNames[dfa.atnStartState.ruleIndex];
                ambiguous.add(rule + ": "
                        + source.text()
                                .substring(
                                        tokens.get(from).getStartIndex(),
                                        tokens.get(to).getStopIndex() + 1));
            }
        });

        parser.file();

        assertThat(ambiguous).isEmpty();
    }

    @Test
    void everyKeywordMayBeAName() {
        for (String keyword : Keywords.all().keySet()) {
            String statements =
                    "create table " + keyword + " { column " + keyword + " int, primary key (" + keyword + ") }\n"
                            + "alter table a." + keyword + " rename column " + keyword + " to " + keyword + "\n"
                            + "create index on " + keyword + " (" + keyword + ")\n"
                            + "update " + keyword + " set " + keyword + " = 1\n"
                            + "drop table if exists " + keyword;
            assertThat(Mig.parseStatements(new Source("", statements)).diagnostics())
                    .as(statements)
                    .isEmpty();
        }
    }
}
