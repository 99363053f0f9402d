package dev.mig.terminal;

import dev.mig.command.Candidate;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Lays out completion candidates in two columns, the word and its description. By itself JLine would put descriptions
 * at the right edge.
 */
final class CandidateList {
    private static final String GAP = "  ";

    /** Longer names widen only their own line. */
    private static final int WIDE = 28;

    private final int names;
    private final int room;
    private final AttributedStyle quiet;
    private int order;

    private CandidateList(int names, int room, AttributedStyle quiet) {
        this.names = names;
        this.room = room;
        this.quiet = quiet;
    }

    static CandidateList of(List<Candidate> candidates, Terminal terminal, boolean coloured) {
        int widest = candidates.stream()
                .filter(it -> !it.says().isEmpty())
                .mapToInt(it -> it.value().length())
                .max()
                .orElse(0);
        AttributedStyle quiet = coloured ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT;
        return new CandidateList(Math.min(widest, WIDE), SystemTerminal.columns(terminal) - 1, quiet);
    }

    /**
     * The next candidate.
     *
     * @param whole whether a blank follows it
     */
    org.jline.reader.Candidate entry(Candidate it, boolean whole) {
        return new org.jline.reader.Candidate(it.value(), shown(it), null, null, null, null, whole, order++);
    }

    private String shown(Candidate it) {
        if (it.says().isEmpty()) {
            return it.value();
        }
        String blanks = " ".repeat(Math.max(0, names - it.value().length()));
        AttributedString whole = new AttributedStringBuilder()
                .append(it.value())
                .append(blanks)
                .append(GAP)
                .styled(quiet, it.says())
                .toAttributedString();
        return (whole.columnLength() > room
                ? whole.columnSubSequence(0, room - 1).toAnsi() + "…"
                : whole.toAnsi());
    }
}
