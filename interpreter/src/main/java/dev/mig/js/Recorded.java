package dev.mig.js;

import dev.mig.source.Span;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a script produced: statements as a {@code .mig} file would contain them, and functions that only a run can
 * execute.
 */
sealed interface Recorded {
    record Said(Statement statement) implements Recorded {}

    /** @param otherwise null where the script says nothing for other databases */
    record On(
            List<Name> databases,
            List<Recorded> then,
            @Nullable List<Recorded> otherwise,
            Span span) implements Recorded {
        public On {
            databases = List.copyOf(databases);
            then = List.copyOf(then);
        }
    }

    record Outside(List<Recorded> inside, Span span) implements Recorded {
        public Outside {
            inside = List.copyOf(inside);
        }
    }

    /** @param place among the works of one direction, from 0 */
    record Work(int place, Statement.@Nullable Reversal reversal, Span span) implements Recorded {}

    /** As a block of the language, which has no form for work. */
    static Block block(List<Recorded> recorded, Span span) {
        return new Block(
                recorded.stream()
                        .map(Recorded::statement)
                        .flatMap(Optional::stream)
                        .toList(),
                span);
    }

    /** The first of the work, wherever it stands. */
    static Optional<Work> firstWork(List<Recorded> recorded) {
        return recorded.stream().flatMap(it -> work(it).stream()).findFirst();
    }

    private static Optional<Work> work(Recorded recorded) {
        return switch (recorded) {
            case Said it -> Optional.empty();
            case On it ->
                firstWork(it.then()).or(() -> it.otherwise() == null ? Optional.empty() : firstWork(it.otherwise()));
            case Outside it -> firstWork(it.inside());
            case Work it -> Optional.of(it);
        };
    }

    /** In the words of the language, without the work. */
    static String text(List<Recorded> recorded) {
        return block(recorded, Span.none()).statements().stream()
                .map(MigPrinter::print)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Statement> statement(Recorded recorded) {
        return switch (recorded) {
            case Said(Statement statement) -> Optional.of(statement);
            case On it ->
                Optional.of(new Statement.OnDialect(
                        it.databases(),
                        block(it.then(), it.span()),
                        it.otherwise() == null ? null : block(it.otherwise(), it.span()),
                        it.span()));
            case Outside it -> Optional.of(new Statement.OutsideTransaction(block(it.inside(), it.span()), it.span()));
            case Work it -> Optional.empty();
        };
    }
}
