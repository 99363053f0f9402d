package dev.mig.terminal;

import org.jline.reader.LineReader;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.Widget;

/** Suggests the rest of a line from the history; moving the cursor past the end accepts it. */
record Autosuggestion(LineReader reader) {

    void begin() {
        reader.setAutosuggestion(SuggestionType.HISTORY);
        takeOverAt(LineReader.FORWARD_CHAR);
        takeOverAt(LineReader.END_OF_LINE);
    }

    private void takeOverAt(String widget) {
        Widget usual = reader.getBuiltinWidgets().get(widget);
        reader.getWidgets().put(widget, () -> {
            boolean atEnd = reader.getBuffer().cursor() == reader.getBuffer().length();
            String rest = reader.getTailTip();
            if (!atEnd || rest == null || rest.isEmpty()) {
                return usual != null && usual.apply();
            }
            reader.getBuffer().write(rest);
            return true;
        });
    }
}
