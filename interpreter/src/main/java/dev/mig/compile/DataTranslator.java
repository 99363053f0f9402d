package dev.mig.compile;

import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.source.Code;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates changes of rows to operations. */
final class DataTranslator {
    private static final Pattern PAUSE = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min)");

    private final Names names;
    private final Values values;
    private final RawTranslator raw;
    private final Problems problems;
    private final SideFiles files;

    DataTranslator(Names names, Values values, RawTranslator raw, Problems problems, SideFiles files) {
        this.names = names;
        this.values = values;
        this.raw = raw;
        this.problems = problems;
        this.files = files;
    }

    Operation insert(Statement.Insert it) {
        QualifiedIdentifier table = names.qualified(it.table());
        List<Identifier> columns = names.identifiers(it.columns());
        Operation.Reverse reverse = raw.reverse(it.reversal(), it.span());
        return switch (it.rows()) {
            case Statement.Query query ->
                new Operation.InsertSelect(table, columns, values.sql(query.select()), reverse, it.span());
            case Statement.Values rows -> {
                List<List<SqlValue>> translated = new ArrayList<>();
                for (Statement.Row row : rows.rows()) {
                    if (row.values().size() == columns.size()) {
                        translated.add(row.values().stream().map(values::ofRow).toList());
                    } else {
                        doesNotFit(row, columns.size());
                    }
                }
                yield new Operation.Insert(table, columns, translated, reverse, it.span());
            }
        };
    }

    private void doesNotFit(Statement.Row row, int columns) {
        int values = row.values().size();
        problems.error(
                Code.VALUE_MISPLACED,
                row.span(),
                "the row has " + values + (values == 1 ? " value" : " values") + ", and there "
                        + (columns == 1 ? "is 1 column" : "are " + columns + " columns"),
                "give each column a value; \"default\" and \"null\" are values too");
    }

    Operation update(Statement.Update it, SchemaModel model) {
        QualifiedIdentifier table = names.qualified(it.table());
        List<Operation.Assignment> assignments = new ArrayList<>();
        it.assignments()
                .forEach(assignment -> assignments.add(new Operation.Assignment(
                        names.identifier(assignment.column()), values.ofRow(assignment.value()))));
        return new Operation.Update(
                table,
                assignments,
                values.sqlOrNull(it.where()),
                batches(it.batches(), table, model),
                raw.reverse(it.reversal(), it.span()),
                it.span());
    }

    Operation delete(Statement.Delete it, SchemaModel model) {
        QualifiedIdentifier table = names.qualified(it.table());
        return new Operation.Delete(
                table,
                values.sqlOrNull(it.where()),
                batches(it.batches(), table, model),
                raw.reverse(it.reversal(), it.span()),
                it.span());
    }

    Optional<Operation> load(Statement.Load it) {
        QualifiedIdentifier table = names.qualified(it.table());
        List<Identifier> columns = names.identifiers(it.columns());
        Operation.Reverse reverse = raw.reverse(it.reversal(), it.span());
        return files.rows(values.text(it.file()), it.file().span())
                .map(file -> new Operation.Load(table, columns, file, reverse, it.span()));
    }

    /** A single-column primary key is filled in, so that whoever runs the batches need not look it up. */
    private Operation.@Nullable Batches batches(
            Statement.@Nullable Batches batches, QualifiedIdentifier table, SchemaModel model) {
        if (batches == null) {
            return null;
        }
        Name written = batches.by();
        List<Identifier> key = model.table(table)
                .known()
                .flatMap(Table::primaryKey)
                .map(Constraint.PrimaryKey::columns)
                .orElse(List.of());
        Identifier by = written != null ? names.identifier(written) : key.size() == 1 ? key.getFirst() : null;
        return new Operation.Batches(by, batches.size(), pauseMillis(batches.pause()));
    }

    private long pauseMillis(@Nullable Text pause) {
        if (pause == null) {
            return 0;
        }
        Matcher matcher = PAUSE.matcher(values.text(pause).strip());
        if (!matcher.matches()) {
            problems.error(
                    Code.VALUE_MISPLACED, pause.span(), "a pause is a number and ms, s or min", "write pause '50ms'");
            return 0;
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> count;
            case "s" -> count * 1_000;
            default -> count * 60_000;
        };
    }
}
