package dev.mig.report;

/** What a stretch of text on a page is, so that it can be told apart by its colour. Colour never says it alone. */
public enum TextStyle {
    REVISION("33"),
    APPLIED("32"),
    PENDING("35"),
    BRANCH("36"),
    HEADING("1"),
    FAINT("2"),
    COMMAND("1;36"),
    SQL("34"),
    DANGER("1;31");

    private final String code;

    TextStyle(String code) {
        this.code = code;
    }

    String ansi(String text) {
        return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
