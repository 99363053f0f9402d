package dev.mig.terminal;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours keywords, quotes, numbers and comments. It works on tokens only, so incomplete input is coloured too. */
final class SyntaxHighlighter {
    private static final AttributedStyle KEYWORD = AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle TEXT = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle NUMBER = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle COMMAND = AttributedStyle.BOLD.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle REMARK = AttributedStyle.DEFAULT.faint();

    private final Language language;
    private final String text;
    private final AttributedStringBuilder coloured = new AttributedStringBuilder();
    /** Where the first word begins. */
    private final int begin;

    private int at;

    private SyntaxHighlighter(Language language, String text) {
        this.language = language;
        this.text = text;
        this.begin = text.length() - text.stripLeading().length();
    }

    static AttributedString of(Language language, String text) {
        return new SyntaxHighlighter(language, text).all();
    }

    private AttributedString all() {
        while (at < text.length()) {
            char here = text.charAt(at);
            if (text.startsWith(language.remark(), at) && (language != Language.COMMAND || coloured.length() == 0)) {
                to(text.indexOf('\n', at), 0, REMARK);
            } else if (text.startsWith("/*", at) && language != Language.COMMAND) {
                to(text.indexOf("*/", at + 2), 2, REMARK);
            } else if (text.startsWith("\"\"\"", at) && language != Language.JAVASCRIPT) {
                to(text.indexOf("\"\"\"", at + 3), 3, TEXT);
            } else if (here == '\'' || here == '"' || here == '`') {
                to(closing(here), 1, TEXT);
            } else if (isWordPart(here) || (language == Language.COMMAND && !Character.isWhitespace(here))) {
                word();
            } else {
                coloured.append(here);
                at++;
            }
        }
        return coloured.toAttributedString();
    }

    /** Where the quote ends that begins here; negative where it does not. */
    private int closing(char quote) {
        int end = text.indexOf(quote, at + 1);
        while (language == Language.JAVASCRIPT && end > 0 && isEscaped(end)) {
            end = text.indexOf(quote, end + 1);
        }
        return end;
    }

    private boolean isEscaped(int place) {
        int first = place;
        while (first > at + 1 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (place - first) % 2 == 1;
    }

    /** Up to an end that was found, or else to the end of the text. */
    private void to(int found, int length, AttributedStyle style) {
        int end = found < 0 ? text.length() : found + length;
        coloured.styled(style, text.substring(at, end));
        at = end;
    }

    private void word() {
        int end = at;
        while (end < text.length() && belongs(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        boolean first = at == begin;
        coloured.styled(style(word, first), word);
        at = end;
    }

    private AttributedStyle style(String word, boolean first) {
        if (language == Language.COMMAND) {
            return first ? COMMAND : word.startsWith("-") && !word.matches("-\\d+") ? OPTION : AttributedStyle.DEFAULT;
        }
        // What stands in front of it is neither SQL nor a word of JavaScript.
        if (first && word.equals(language.begins())) {
            return COMMAND;
        }
        if (language.isKeyword(word)) {
            return KEYWORD;
        }
        return Character.isDigit(word.charAt(0)) ? NUMBER : AttributedStyle.DEFAULT;
    }

    private boolean belongs(char it) {
        return language == Language.COMMAND ? !Character.isWhitespace(it) && it != '\'' && it != '"' : isWordPart(it);
    }

    private static boolean isWordPart(char it) {
        return it == '_' || it == '$' || Character.isLetterOrDigit(it);
    }
}
