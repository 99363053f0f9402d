package dev.mig.syntax;

import dev.mig.source.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recognises SQL that is not written like this here, and says the line to write instead.
 *
 * <p>Only elements that could not be read come here, so a habit costs nothing where the text is right, and nothing
 * that the grammar allows is ever taken for one.
 */
final class SqlHabits {
    private static final List<Function<Element, @Nullable Diagnostic>> HABITS = List.of(
            TableHabits::bracketsForBraces,
            TableHabits::optionsOutside,
            TableHabits::ifExists,
            RenameHabits::alterTableRename,
            RenameHabits::alterOtherRename,
            RenameHabits::modifyColumn,
            RenameHabits::columnIfNotExists,
            RenameHabits::typeOmitted,
            TextHabits::backquotes,
            TextHabits::bareVariable,
            ColumnHabits::constraintWord,
            ColumnHabits::autoIncrement,
            ColumnHabits::generatedAs,
            ColumnHabits::inlineEnum,
            ColumnHabits::inlineIndex,
            ColumnHabits::unsigned,
            ColumnHabits::nullOption,
            ColumnHabits::bareDefault,
            TextHabits::doubleQuotes,
            DataHabits::insertWithoutColumns,
            DataHabits::insertSelect,
            DataHabits::bareSql,
            DataHabits::sequenceWords,
            DataHabits::plainSql);

    private SqlHabits() {}

    static Optional<Diagnostic> recognise(Element element) {
        return HABITS.stream()
                .map(it -> it.apply(element))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
