package dev.mig.report;

import java.util.ArrayList;
import java.util.List;

/** One revision and the text of its file. */
public record ShowReport(RevisionEntry revision, String text) implements Report {

    @Override
    public void write(Page page) {
        String mark = revision.mark(page);
        page.line((mark.isEmpty() ? "" : mark + " ") + revision.line(page, Integer.MAX_VALUE));
        List<Page.Definition> details = new ArrayList<>(revision.details());
        if (revision.applied() != null) {
            details.add(new Page.Definition("applied", revision.applied() ? "yes" : "no"));
        }
        page.definitions(2, TextStyle.FAINT, details);
        page.line();
        text.lines().forEach(page::line);
    }

    @Override
    public JsonObject json() {
        return revision.json().put("text", text);
    }
}
