package dev.mig.report;

/** The role of a piece of text on a page, which determines its colour. Colour never carries information alone. */
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
