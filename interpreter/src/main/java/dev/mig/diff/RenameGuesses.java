package dev.mig.diff;

import dev.mig.model.Column;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.script.SqlStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs of a dropped and an added object that may be a rename: a column of the same type in the same table, or a
 * table with mostly the same columns. Only a person knows; this finds the pairs worth asking about.
 */
public final class RenameGuesses {
    /** The required similarity of two tables. */
    private static final double ALIKE = 0.6;

    /** The required similarity of two names if there are several candidates. */
    private static final double SIMILAR = 0.3;

    private final SchemaModel from;
    private final NormalForm normal;
    private final Folding folding;

    private record Scored(Rename rename, String gone, String come, double score) {}

    private RenameGuesses(SchemaModel from, SqlStyle style) {
        this.from = from;
        this.normal = new NormalForm(style, ComparisonBasis.AUTHORS);
        this.folding = style.folding();
    }

    /**
     * @param operations of a difference
     * @param from the schema that they begin with, as it is written
     * @return each thing at most once, the likeliest first within a table
     */
    public static List<Rename> in(List<Operation> operations, SchemaModel from, SqlStyle style) {
        RenameGuesses guesses = new RenameGuesses(from, style);
        List<Rename> found = new ArrayList<>(guesses.tables(operations));
        for (Operation operation : operations) {
            if (operation instanceof Operation.AlterTable alter) {
                found.addAll(guesses.columns(alter));
            }
        }
        return found;
    }

    private List<Rename> tables(List<Operation> operations) {
        List<Scored> candidates = new ArrayList<>();
        for (Operation gone : operations) {
            for (Operation come : operations) {
                if (gone instanceof Operation.DropTable drop && come instanceof Operation.CreateTable create) {
                    from.table(drop.table())
                            .known()
                            .map(it -> likeness(it, create.table()))
                            .filter(it -> it >= ALIKE)
                            .ifPresent(it -> candidates.add(new Scored(
                                    new Rename.OfTable(
                                            drop.table(), create.table().name().name()),
                                    folding.key(drop.table()),
                                    folding.key(create.table().name()),
                                    it)));
                }
            }
        }
        return best(candidates);
    }

    private double likeness(Table gone, Table come) {
        long same = gone.columns().stream()
                .filter(it -> come.column(it.name(), folding)
                        .filter(other -> normal.type(other.type()).equals(normal.type(it.type())))
                        .isPresent())
                .count();
        return 2.0 * same / (gone.columns().size() + come.columns().size());
    }

    private List<Rename> columns(Operation.AlterTable alter) {
        Optional<Table> table = from.table(alter.table()).known();
        List<Column> gone = new ArrayList<>();
        List<Column> come = new ArrayList<>();
        for (TableChange change : alter.changes()) {
            if (change instanceof TableChange.DropColumn drop) {
                table.flatMap(it -> it.column(drop.column(), folding)).ifPresent(gone::add);
            } else if (change instanceof TableChange.AddColumn add) {
                come.add(add.column());
            }
        }
        List<Scored> candidates = new ArrayList<>();
        for (Column before : gone) {
            List<Column> alike = come.stream().filter(it -> isAlike(before, it)).toList();
            boolean only = alike.size() == 1
                    && gone.stream().filter(it -> isAlike(it, alike.getFirst())).count() == 1;
            for (Column after : alike) {
                double score = similarity(before.name(), after.name());
                if (only || score >= SIMILAR) {
                    candidates.add(new Scored(
                            new Rename.OfColumn(alter.table(), before.name(), after.name()),
                            folding.key(before.name()),
                            folding.key(after.name()),
                            score));
                }
            }
        }
        return best(candidates);
    }

    private boolean isAlike(Column before, Column after) {
        return normal.type(before.type()).equals(normal.type(after.type()))
                && before.generated() == null
                && after.generated() == null
                && !folding.same(before.name(), after.name());
    }

    private static List<Rename> best(List<Scored> candidates) {
        List<Rename> chosen = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        Set<String> come = new HashSet<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .forEach(it -> {
                    if (!gone.contains(it.gone()) && !come.contains(it.come())) {
                        gone.add(it.gone());
                        come.add(it.come());
                        chosen.add(it.rename());
                    }
                });
        return chosen;
    }

    /** The share of common bigrams of two names: 1 if equal, 0 if there are none. */
    private static double similarity(Identifier one, Identifier other) {
        Set<String> some = pairs(one);
        Set<String> others = pairs(other);
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return some.isEmpty() || others.isEmpty() ? 0 : 2.0 * both.size() / (some.size() + others.size());
    }

    private static Set<String> pairs(Identifier name) {
        String text = name.text().toLowerCase(Locale.ROOT);
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 1 < text.length(); at++) {
            pairs.add(text.substring(at, at + 2));
        }
        return pairs;
    }

    /** Whether a guess, if right, would change an operation of the difference. */
    static boolean isAbout(Rename rename, Operation operation, Folding folding) {
        return switch (rename) {
            case Rename.OfTable(QualifiedIdentifier table, Identifier to) ->
                operation instanceof Operation.DropTable drop && folding.same(drop.table(), table);
            case Rename.OfColumn it ->
                operation instanceof Operation.AlterTable alter
                        && folding.same(alter.table(), it.table())
                        && alter.changes().stream()
                                .anyMatch(change -> change instanceof TableChange.DropColumn drop
                                        && folding.same(drop.column(), it.column()));
        };
    }
}
