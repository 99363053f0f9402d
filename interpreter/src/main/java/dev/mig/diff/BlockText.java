package dev.mig.diff;

import dev.mig.compile.Grades;
import dev.mig.model.Column;
import dev.mig.model.Database;
import dev.mig.model.Grade;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The operations of a difference as statements of a block, with comments where attention is needed: where data would
 * be lost, and where a drop and an add may really be a rename.
 */
public final class BlockText {
    private final Database database;
    private final StatementTree tree;
    private final List<Rename> guesses;
    private final Language language;

    /**
     * How a file has it.
     *
     * @param comment what begins one to the end of the line
     * @param printer of one statement, without a line end after it
     */
    public record Language(String comment, Function<Statement, String> printer) {
        public static final Language MIG = new Language("--", MigPrinter::print);
    }

    /** @param guesses those that nobody has answered */
    public BlockText(Database database, List<Rename> guesses, Language language) {
        this.database = database;
        this.tree = new StatementTree(database);
        this.guesses = List.copyOf(guesses);
        this.language = language;
    }

    /** @param before the schema that the operations begin with */
    public String of(List<Operation> operations, SchemaModel before) {
        StringBuilder text = new StringBuilder();
        SchemaModel model = before;
        for (Operation operation : operations) {
            text.append(text.isEmpty() ? "" : "\n");
            for (String remark : remarks(operation, model)) {
                text.append(language.comment())
                        .append(' ')
                        .append(remark.replaceAll("\\R\\s*", " "))
                        .append('\n');
            }
            text.append(text(operation)).append('\n');
            model = model.apply(operation);
        }
        return text.toString();
    }

    /** The number of lossy operations. */
    public int lossy(List<Operation> operations, SchemaModel before) {
        int lossy = 0;
        SchemaModel model = before;
        for (Operation operation : operations) {
            lossy += losses(operation, model).isEmpty() ? 0 : 1;
            model = model.apply(operation);
        }
        return lossy;
    }

    private List<String> remarks(Operation operation, SchemaModel before) {
        List<String> remarks = new ArrayList<>(losses(operation, before));
        for (Rename guess : guesses) {
            if (RenameGuesses.isAbout(guess, operation, database.folding())) {
                remarks.add("rename? if only the name has changed, write: " + text(operation(guess)));
            }
        }
        return remarks;
    }

    private String text(Operation operation) {
        return language.printer().apply(tree.of(operation));
    }

    private static Operation operation(Rename rename) {
        return switch (rename) {
            case Rename.OfTable it -> new Operation.RenameTable(it.table(), it.to(), Span.none());
            case Rename.OfColumn it ->
                new Operation.AlterTable(
                        it.table(),
                        List.of(new TableChange.RenameColumn(it.column(), it.to(), Span.none())),
                        Span.none());
        };
    }

    private List<String> losses(Operation operation, SchemaModel before) {
        if (!(operation instanceof Operation.AlterTable alter)) {
            return Grades.of(List.of(operation), before).getFirst().grade() == Grade.REVERSIBLE
                    ? List.of()
                    : loss(operation);
        }
        List<String> losses = new ArrayList<>();
        SchemaModel model = before;
        for (TableChange change : alter.changes()) {
            Operation single = new Operation.AlterTable(alter.table(), List.of(change), Span.none());
            if (Grades.of(List.of(single), model).getFirst().grade() != Grade.REVERSIBLE) {
                loss(alter.table(), change, model).ifPresent(losses::add);
            }
            model = model.apply(single);
        }
        return losses;
    }

    private static List<String> loss(Operation operation) {
        return switch (operation) {
            case Operation.DropTable it -> List.of("lossy: table " + it.table() + " goes with its rows");
            case Operation.DropSequence it -> List.of("lossy: how far sequence " + it.name() + " has counted goes");
            case Operation it -> List.of();
        };
    }

    private Optional<String> loss(QualifiedIdentifier table, TableChange change, SchemaModel before) {
        return switch (change) {
            case TableChange.DropColumn it ->
                Optional.of("lossy: column " + table + "." + it.column() + " goes with its values");
            case TableChange.SetType it -> {
                Optional<Table> known = before.table(table).known();
                Optional<Column> column = known.flatMap(found -> found.column(it.column(), before.folding()));
                yield Optional.of("lossy: " + table + "." + it.column() + " may not hold every value"
                        + column.map(was -> " that it has as " + tree.text(was.type()))
                                .orElse(""));
            }
            case TableChange it -> Optional.empty();
        };
    }
}
