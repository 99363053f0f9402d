package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code DATABASES.md} says a database supports runs there; what it says is unsupported is refused with a hint. */
abstract class SupportContract extends ContractPart {
    /** The database lacks it, lacks the type, or would have to know what nobody tells. */
    private static final Set<Code> REFUSALS = Set.of(Code.DATABASE_LACKS, Code.TYPE_LACKING);

    SupportContract(TestDatabase database) {
        super(database);
    }

    @TestFactory
    Stream<DynamicTest> everythingIsAsTheTableSays() {
        return Support.ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    clear();
                    if (row.on(dialect()) == Support.REFUSED) {
                        assertThatThrownBy(() -> row.script(dialect()))
                                .isInstanceOfSatisfying(
                                        DiagnosticException.class,
                                        it -> assertThat(it.diagnostics()).allSatisfy(told -> {
                                            assertThat(told.code()).isIn(REFUSALS);
                                            assertThat(told.hints()).isNotEmpty();
                                            assertThat(told.span().isNone()).isFalse();
                                        }));
                    } else {
                        run(row.revisions().upgrade(List.of(), "before", dialect()));
                        run(row.script(dialect()));
                    }
                }));
    }
}
