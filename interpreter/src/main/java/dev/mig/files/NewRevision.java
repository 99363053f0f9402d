package dev.mig.files;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Downgrade;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.MigFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A new revision about to be written: its header, without operations.
 *
 * @param revises full ids of the parents; empty for a root
 * @param created cut to seconds
 */
public record NewRevision(
        String id,
        String message,
        List<String> revises,
        List<String> branches,
        List<String> dependsOn,
        Instant created) {

    public NewRevision {
        // A message is part of a header line and must be a single line.
        message = message.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        revises = List.copyOf(revises);
        branches = List.copyOf(branches);
        dependsOn = List.copyOf(dependsOn);
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** 12 hex digits, as Alembic's ids have. */
    public static String randomId(RandomGenerator random) {
        return HexFormat.of().toHexDigits(random.nextLong(), 12);
    }

    public String fileName(FileNameTemplate template, FileKind kind) {
        return template.name(id, message, created) + kind.ending();
    }

    /** The whole text in its canonical form: nothing is done yet, and the way back is left to be derived. */
    public String text(FileKind kind) {
        return switch (kind) {
            case MIG -> mig();
            case JAVASCRIPT -> header("// ") + """

                /** @param {Op} op */
                export function upgrade(op) {
                }

                export const downgrade = 'auto'
                """;
            case SQL -> header("-- ") + """
                -- upgrade

                -- downgrade
                """;
        };
    }

    /**
     * A whole {@code .mig} text in its canonical form.
     *
     * @param upgrade the statements of the block, and comments; likewise {@code downgrade}
     */
    public String text(String upgrade, String downgrade) {
        String text = header("") + "upgrade {\n" + upgrade + "}\n\ndowngrade {\n" + downgrade + "}\n";
        return MigPrinter.format(new Source(id, text)).orThrow();
    }

    /**
     * A whole text in JavaScript.
     *
     * @param upgrade the calls of the function, and comments; likewise {@code downgrade}
     */
    public String javascript(String upgrade, String downgrade) {
        return header("// ") + function("upgrade", upgrade) + function("downgrade", downgrade);
    }

    private static String function(String name, String body) {
        String indented =
                body.lines().map(it -> it.isEmpty() ? "\n" : "  " + it + "\n").collect(Collectors.joining());
        return "\n/** @param {Op} op */\nexport function " + name + "(op) {\n" + indented + "}\n";
    }

    /**
     * A whole {@code .mig} text in its canonical form, whose way back is derived.
     *
     * @param upgrade the statements of the block
     * @param noWayBack why it cannot be; empty where it can
     */
    public String textWithDerivedWay(String upgrade, String noWayBack) {
        String way = noWayBack.isEmpty() ? "downgrade auto" : "downgrade none '" + noWayBack.replace("'", "''") + "'";
        String text = header("") + "upgrade {\n" + upgrade + "\n}\n\n" + way + "\n";
        return MigPrinter.format(new Source(id, text)).orThrow();
    }

    private String mig() {
        Span nowhere = Span.none();
        Header header = new Header(
                ref(id),
                message,
                refs(revises),
                refs(branches),
                refs(dependsOn),
                Header.Timeouts.NONE,
                created,
                nowhere);
        return MigPrinter.print(new MigFile(
                new Source("", ""), header, new Block(List.of(), nowhere), new Downgrade.Auto(nowhere), List.of()));
    }

    private String header(String comment) {
        return mig().lines()
                .takeWhile(it -> !it.isBlank())
                .map(it -> comment + it + "\n")
                .collect(Collectors.joining());
    }

    private static List<Header.Ref> refs(List<String> ids) {
        return ids.stream().map(NewRevision::ref).toList();
    }

    private static Header.Ref ref(String id) {
        return new Header.Ref(id, Span.none());
    }
}
