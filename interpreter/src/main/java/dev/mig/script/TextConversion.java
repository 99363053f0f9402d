package dev.mig.script;

import java.util.Locale;

/** How text given for a column is converted for databases that would not read it as most others do. */
public enum TextConversion {
    AS_IT_IS,
    /** A moment, for a database that knows no offsets from UTC: its session is in UTC. */
    MOMENT_IN_UTC,
    /** A truth, for a database that keeps it as a number. */
    TRUTH_AS_NUMBER;

    /** Text that is no such thing stays as it is; the database says what is wrong with it. */
    String of(String text) {
        return switch (this) {
            case AS_IT_IS -> text;
            case MOMENT_IN_UTC -> UtcText.of(text);
            case TRUTH_AS_NUMBER ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "t", "yes", "y", "on" -> "1";
                    case "false", "f", "no", "n", "off" -> "0";
                    default -> text;
                };
        };
    }
}
