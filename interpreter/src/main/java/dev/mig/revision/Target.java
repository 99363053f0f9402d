package dev.mig.revision;

import dev.mig.source.DiagnosticException;
import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parsed but unresolved target: {@code head}, {@code left@base}, {@code ae10+2}, {@code -1}.
 *
 * @param branch what stands before the {@code @}
 * @param absolute null in {@code +2} and {@code left@-1}
 * @param offset the number behind the word with its sign; 0 where there is none
 * @param span the whole word without blanks around it
 */
public record Target(Header.@Nullable Ref branch, @Nullable Absolute absolute, int offset, Span span) {

    /** The middle of a target. */
    public record Absolute(Kind kind, Header.Ref ref) {}

    /** What a word without an offset means. */
    public enum Kind {
        HEAD,
        HEADS,
        BASE,
        CURRENT,
        /** An id, a label, or the beginning of one. */
        NAME;

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind != NAME && kind.word().equals(word)) {
                    return kind;
                }
            }
            return NAME;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Takes a word apart.
     *
     * @throws DiagnosticException that points into the word
     */
    public static Target parse(String word) {
        Source source = Source.typed("target", word);
        return new TargetReader(source).target(0, word.length());
    }

    /** Whether it means something else when something else is applied. */
    public boolean dependsOnApplied() {
        return absolute == null || absolute.kind() == Kind.CURRENT;
    }

    /** Whether it is {@code +N} or {@code -N}, with or without a branch. */
    boolean isMove() {
        return absolute == null;
    }

    boolean is(Kind kind) {
        return absolute != null && absolute.kind() == kind && offset == 0;
    }

    /** The word that means the same on another branch. */
    String on(String name) {
        return name + "@" + (absolute == null ? "" : absolute.ref().text()) + offsetText(offset);
    }

    /** The word with this offset instead of its own. */
    String withOffset(int other) {
        return (branch == null ? "" : branch + "@")
                + (absolute == null ? "" : absolute.ref().text())
                + offsetText(other);
    }

    private static String offsetText(int offset) {
        return offset == 0 ? "" : String.format(Locale.ROOT, "%+d", offset);
    }

    /** As typed, without blanks around it. */
    @Override
    public String toString() {
        return span.text();
    }
}
