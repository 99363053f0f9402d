package dev.mig.terminal;

import dev.mig.command.Candidate;
import dev.mig.js.Types;
import dev.mig.syntax.Mig;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Highlighting rules of a language: its keywords and what begins a comment. */
enum Language {
    /** Words of a command; the command and options stand out. */
    COMMAND("#", ""),
    MIG("--", ""),
    SQL("--", "sql"),
    JAVASCRIPT("//", "op");

    private static final Set<String> SQL_WORDS = Set.of(
            ("select from where and or not in is null as on join left right inner outer full cross group by order"
                            + " having limit offset fetch first next rows only union all except intersect with recursive insert"
                            + " into values update set delete create table view index drop alter add column primary key foreign"
                            + " references unique check default constraint case when then else end exists between like distinct"
                            + " asc desc cast count sum avg min max coalesce true false explain analyze show begin commit rollback"
                            + " returning over partition using truncate merge")
                    .split(" "));

    private static final Set<String> JAVASCRIPT_WORDS =
            Set.of(("async await break case catch class const continue default delete do else export extends false"
                            + " finally for from function if import in instanceof let new null of return static switch"
                            + " this throw true try typeof undefined var void while yield")
                    .split(" "));

    /** Loaded with the first line of JavaScript. */
    private static final class OpMethods {
        static final Map<String, String> ALL = Types.methods("Op");
    }

    private final String remark;
    private final String begins;

    Language(String remark, String begins) {
        this.remark = remark;
        this.begins = begins;
    }

    boolean isKeyword(String word) {
        return switch (this) {
            case COMMAND -> false;
            case MIG -> Mig.keywords().contains(word.toLowerCase(Locale.ROOT));
            case SQL -> SQL_WORDS.contains(word.toLowerCase(Locale.ROOT));
            case JAVASCRIPT -> JAVASCRIPT_WORDS.contains(word) || OpMethods.ALL.containsKey(word);
        };
    }

    /** Those that begin like a word; none for a word that has not begun. */
    Stream<Candidate> keywords(String word) {
        Set<String> words = switch (this) {
            case COMMAND -> Set.of();
            case MIG -> Mig.keywords();
            case SQL -> SQL_WORDS;
            case JAVASCRIPT -> JAVASCRIPT_WORDS;
        };
        return word.isEmpty() ? Stream.of() : words.stream().sorted().map(it -> new Candidate(it, ""));
    }

    /** What begins a comment. */
    String remark() {
        return remark;
    }

    /** The word that such a text begins with; empty where it is one of many. */
    String begins() {
        return begins;
    }

    /** Of a line that is being typed. */
    static Language of(String line) {
        String text = line.strip();
        if (ShellInput.isStatement(text)) {
            return MIG;
        }
        if (ShellInput.isScript(text)) {
            return JAVASCRIPT;
        }
        return ShellInput.isSql(text) ? SQL : COMMAND;
    }
}
