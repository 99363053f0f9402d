package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recognises SQL that is written differently in this language, and suggests the equivalent.
 *
 * <p>Only unparsable elements come here, so correct text pays nothing, and nothing that the grammar allows is ever
 * mistaken for SQL.
 */
final class SqlHints {
    private static final List<Function<BrokenElement, @Nullable Diagnostic>> HABITS = List.of(
            TableHints::bracketsForBraces,
            TableHints::optionsOutside,
            TableHints::ifExists,
            AlterHints::alterTableRename,
            AlterHints::alterOtherRename,
            AlterHints::modifyColumn,
            AlterHints::columnIfNotExists,
            AlterHints::typeOmitted,
            QuotingHints::backquotes,
            QuotingHints::bareVariable,
            QuotingHints::typographicQuotes,
            QuotingHints::invisibleCharacter,
            QuotingHints::oddName,
            ColumnHints::constraintWord,
            ColumnHints::autoIncrement,
            ColumnHints::generatedAs,
            ColumnHints::inlineEnum,
            ColumnHints::inlineIndex,
            ColumnHints::unsigned,
            ColumnHints::nullOption,
            ColumnHints::bareDefault,
            QuotingHints::doubleQuotes,
            DataHints::insertWithoutColumns,
            DataHints::insertSelect,
            DataHints::bareSql,
            DataHints::sequenceWords,
            DataHints::plainSql);

    private SqlHints() {}

    static Optional<Diagnostic> recognise(BrokenElement element) {
        return HABITS.stream()
                .map(it -> it.apply(element))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
