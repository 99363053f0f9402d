package dev.mig.report;

import dev.mig.report.Page.Definition;
import java.util.List;

/**
 * A help page.
 *
 * @param text paragraphs, a line each; an empty line between two
 * @param sections those without entries are left out
 */
public record HelpReport(String usage, String text, List<Section> sections) implements Report {

    public record Section(String title, List<Definition> entries) {}

    public HelpReport {
        sections = sections.stream().filter(it -> !it.entries().isEmpty()).toList();
    }

    @Override
    public void write(Page page) {
        page.line(page.styled(TextStyle.HEADING, "Usage:") + " " + usage);
        page.line();
        text.lines().forEach(it -> page.paragraph(0, it));
        for (Section section : sections) {
            page.line();
            page.line(page.styled(TextStyle.HEADING, section.title() + ":"));
            page.definitions(2, TextStyle.COMMAND, section.entries());
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .put("usage", usage)
                .put("text", text)
                .putObjects(
                        "sections",
                        sections.stream()
                                .map(section -> new JsonObject()
                                        .put("title", section.title())
                                        .putObjects(
                                                "entries",
                                                section.entries().stream()
                                                        .map(it -> new JsonObject()
                                                                .put("term", it.term())
                                                                .put("says", it.says()))
                                                        .toList()))
                                .toList());
    }
}
