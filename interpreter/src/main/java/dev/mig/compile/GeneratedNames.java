package dev.mig.compile;

import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.source.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Names for unnamed constraints and indexes, derived from the table and its columns by one rule, so that they are the
 * same on every database and can be found again.
 */
public final class GeneratedNames {
    /** Every supported database allows at least 63 bytes. */
    private static final int MOST_BYTES = 60;

    private static final int KEPT_BYTES = 51;

    private GeneratedNames() {}

    /** The name without a number; {@link #free} adds one if it is taken. */
    public static Identifier primaryKey(QualifiedIdentifier table) {
        return shortened(parts("pk", table, List.of()));
    }

    public static Identifier unique(QualifiedIdentifier table, List<Identifier> columns) {
        return shortened(parts("uq", table, columns));
    }

    public static Identifier foreignKey(
            QualifiedIdentifier table, List<Identifier> columns, QualifiedIdentifier target) {
        List<Identifier> words = new ArrayList<>(columns);
        words.add(target.name());
        return shortened(parts("fk", table, words));
    }

    public static Identifier columnCheck(QualifiedIdentifier table, Identifier column) {
        return shortened(parts("ck", table, List.of(column)));
    }

    /** The first free of {@code ck_T_1}, {@code ck_T_2} …: in a new table this numbers its checks by position. */
    public static Identifier tableCheck(QualifiedIdentifier table, Predicate<Identifier> taken) {
        for (int number = 1; ; number++) {
            Identifier name = shortened(parts("ck", table, List.of(Identifier.bare(Integer.toString(number)))));
            if (!taken.test(name)) {
                return name;
            }
        }
    }

    public static Identifier index(QualifiedIdentifier table, List<Index.Element> elements) {
        return shortened(parts(
                "ix",
                table,
                elements.stream()
                        .map(it -> switch (it.key()) {
                            case Index.ColumnKey key -> key.column();
                            case Index.ExpressionKey key -> Identifier.bare("expr");
                        })
                        .toList()));
    }

    /** The generated name of a constraint, whatever its actual name. */
    static Identifier of(QualifiedIdentifier table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey it -> primaryKey(table);
            case Constraint.Unique it -> unique(table, it.columns());
            case Constraint.ForeignKey it -> foreignKey(table, it.columns(), it.target());
            case Constraint.Check it -> tableCheck(table, name -> false);
        };
    }

    /** The name itself, or with the first free number appended. */
    public static Identifier free(Identifier name, Predicate<Identifier> taken) {
        Identifier free = name;
        for (int number = 2; taken.test(free); number++) {
            free = shortened(new Identifier(name.text() + "_" + number, name.quoted()));
        }
        return free;
    }

    /** Exact if one of its parts is; bare parts are lower-cased, because their case is irrelevant. */
    private static Identifier parts(String prefix, QualifiedIdentifier table, List<Identifier> words) {
        StringBuilder text = new StringBuilder(prefix);
        List<Identifier> all = new ArrayList<>();
        all.add(table.name());
        all.addAll(words);
        for (Identifier part : all) {
            text.append('_').append(part.quoted() ? part.text() : part.text().toLowerCase(Locale.ROOT));
        }
        return new Identifier(text.toString(), all.stream().anyMatch(Identifier::quoted));
    }

    private static Identifier shortened(Identifier name) {
        String text = name.text();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return name;
        }
        int kept = 0;
        for (int size = 0; ; ) {
            int point = text.codePointAt(kept);
            size += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (size > KEPT_BYTES) {
                break;
            }
            kept += Character.charCount(point);
        }
        return new Identifier(text.substring(0, kept) + "_" + digest(bytes), name.quoted());
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes), 0, 4);
    }
}
