package dev.mig.syntax.tree;

import dev.mig.source.Span;
import java.math.BigDecimal;

/** A value: a literal, a keyword that every database knows, or SQL. */
public sealed interface Value {
    Span span();

    record StringValue(String value, Span span) implements Value {}

    /** A number as written, so that {@code 1.50} stays {@code 1.50} and {@code 1e3} stays {@code 1e3}. */
    record NumberValue(String written, Span span) implements Value {
        public BigDecimal value() {
            return new BigDecimal(written);
        }
    }

    record BooleanValue(boolean value, Span span) implements Value {}

    record NullValue(Span span) implements Value {}

    /** The word {@code default}, in insert and update. */
    record DefaultValue(Span span) implements Value {}

    /** A word that each target spells its own way. */
    record WordValue(Word word, Span span) implements Value {}

    /** SQL in brackets, kept with its brackets exactly as written. */
    record Expression(String sql, Span span) implements Value {}

    /** {@code name(…)}: a call as a default, or as an index element; the arguments are SQL, with their brackets. */
    record Call(QualifiedName function, String arguments, Span span) implements Value {}

    /** Words that stand for a value without brackets. */
    enum Word {
        CURRENT_TIMESTAMP("current_timestamp"),
        NOW("now()"),
        CURRENT_DATE("current_date"),
        CURRENT_TIME("current_time"),
        GEN_RANDOM_UUID("gen_random_uuid()");

        private final String written;

        Word(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }
}
