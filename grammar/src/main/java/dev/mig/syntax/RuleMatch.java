package dev.mig.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.AtomTransition;
import org.antlr.v4.runtime.atn.NotSetTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.SetTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.jspecify.annotations.Nullable;

/**
 * How far a grammar rule can match some tokens, and which tokens could follow.
 *
 * <p>ANTLR's own error message depends on the decision that the parser was in; this considers every path through the
 * rule at once, so that "expected …" is complete and the same mistake always reads the same.
 *
 * @param stop index of the first token that no way through the rule takes
 * @param mayEnd whether the rule may end before that token
 * @param end index of the last token before which the rule may end, or -1
 * @param rules what could have stood there, as far as it is a whole rule with a name of its own, in grammar order
 * @param types what could have stood there, as token types, in grammar order
 */
record RuleMatch(int stop, boolean mayEnd, int end, List<Integer> rules, List<Integer> types) {
    private static final ATN GRAMMAR = MigParser._ATN;

    /** The position of the walk: a state, and the states to return to from the enclosing rules. */
    private record Way(ATNState state, @Nullable Way back) {
        boolean isLast() {
            return state instanceof RuleStopState && back == null;
        }
    }

    /** The limit of steps: nobody waits long for an error message. */
    private static final int LONGEST_WALK = 50_000;

    /**
     * Follows the tokens.
     *
     * @param rule index of a rule of the grammar
     * @param start index of the token that the rule would begin with
     * @param whole rules that count as one expected thing, and are not looked into
     */
    static RuleMatch of(int rule, List<Token> tokens, int start, Set<Integer> whole) {
        List<Way> ways = List.of(new Way(GRAMMAR.ruleToStartState[rule], null));
        int at = start;
        int end = -1;
        while (at < tokens.size() && at - start < LONGEST_WALK) {
            Collection<Way> reached = closure(ways, Set.of());
            end = reached.stream().anyMatch(Way::isLast) ? at : end;
            if (at == tokens.size() - 1) {
                break;
            }
            List<Way> next = step(reached, tokens.get(at).getType());
            if (next.isEmpty()) {
                break;
            }
            ways = next;
            at++;
        }
        return expected(closure(ways, whole), at, end, whole);
    }

    /** The same if the tokens end at the end of a line: what begins the next line is not to blame. */
    RuleMatch beforeLineEnds(List<Token> tokens, int start) {
        int before = stop;
        while (before > start + 1 && !mayEnd && tokens.get(before - 1).getType() == MigLexer.NL) {
            before--;
        }
        return new RuleMatch(before, mayEnd, end, rules, types);
    }

    private static List<Way> step(Collection<Way> ways, int type) {
        List<Way> next = new ArrayList<>();
        for (Way way : ways) {
            for (Transition transition : way.state.getTransitions()) {
                if (!transition.isEpsilon()
                        && transition.matches(type, Token.MIN_USER_TOKEN_TYPE, GRAMMAR.maxTokenType)) {
                    next.add(new Way(transition.target, way.back));
                }
            }
        }
        return next;
    }

    /** Everything that can be reached without a token, and without entering the rules that count as a whole. */
    private static Collection<Way> closure(List<Way> from, Set<Integer> whole) {
        Set<Way> reached = new LinkedHashSet<>(from);
        Deque<Way> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Way next : onward(open.poll(), whole)) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    /** One step without a token. */
    private static List<Way> onward(Way way, Set<Integer> whole) {
        if (way.state instanceof RuleStopState) {
            return way.back == null ? List.of() : List.of(new Way(way.back.state, way.back.back));
        }
        List<Way> next = new ArrayList<>();
        for (Transition transition : way.state.getTransitions()) {
            if (transition instanceof RuleTransition call) {
                if (whole.contains(call.target.ruleIndex)) {
                    continue;
                }
                next.add(new Way(call.target, new Way(call.followState, way.back)));
            } else if (transition.isEpsilon()) {
                next.add(new Way(transition.target, way.back));
            }
        }
        return next;
    }

    private static RuleMatch expected(Collection<Way> ways, int stop, int end, Set<Integer> whole) {
        Set<Integer> rules = new LinkedHashSet<>();
        Set<Integer> types = new LinkedHashSet<>();
        boolean mayEnd = false;
        for (Way way : ways) {
            mayEnd |= way.isLast();
            for (Transition transition : way.state.getTransitions()) {
                if (transition instanceof RuleTransition call && whole.contains(call.target.ruleIndex)) {
                    rules.add(call.target.ruleIndex);
                } else if (transition instanceof AtomTransition || transition instanceof SetTransition) {
                    types.addAll(
                            transition instanceof NotSetTransition
                                    ? List.of()
                                    : transition.label().toList());
                }
            }
        }
        return new RuleMatch(stop, mayEnd, end, List.copyOf(rules), List.copyOf(types));
    }
}
