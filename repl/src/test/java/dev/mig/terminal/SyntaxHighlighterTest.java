package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colour of each character: a command, a keyword, text, a number, an option, a remark, or none. */
class SyntaxHighlighterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "upgrade -n prod +2               |CCCCCCC OO",
                "create table t { id int not null }|KKKKKK KKKKK            KKK KKKK",
                "sql select 'a' from t -- why     |CCC KKKKKK TTT KKKK   RRRRRR",
                "op.dropTable('it\\'s') // gone   |CC KKKKKKKKK TTTTTTT  RRRRRRR",
                "op.sql(`a ${1}`, x => 2)         |CC KKK TTTTTTTT       N",
                "op.sql(\"half a line             |CC KKK TTTTTTTTTTTT",
            })
    void coloursWhatIsTyped(String line, String colours) {
        String text = line.strip();
        AttributedString coloured = SyntaxHighlighter.of(Language.of(text), text);

        StringBuilder seen = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            seen.append(colour(coloured.styleAt(at)));
        }

        assertThat(coloured.toString()).isEqualTo(text);
        assertThat(seen.toString().stripTrailing()).isEqualTo(colours.stripTrailing());
    }

    private static char colour(AttributedStyle style) {
        if (style.equals(AttributedStyle.BOLD.foreground(AttributedStyle.CYAN))) {
            return 'C';
        }
        if (style.equals(AttributedStyle.DEFAULT.faint())) {
            return 'R';
        }
        for (int colour = 0; colour < 8; colour++) {
            if (style.equals(AttributedStyle.DEFAULT.foreground(colour))) {
                return letter(colour);
            }
        }
        return ' ';
    }

    private static char letter(int colour) {
        return switch (colour) {
            case AttributedStyle.BLUE -> 'K';
            case AttributedStyle.GREEN -> 'T';
            case AttributedStyle.MAGENTA -> 'N';
            case AttributedStyle.CYAN -> 'O';
            default -> '?';
        };
    }
}
