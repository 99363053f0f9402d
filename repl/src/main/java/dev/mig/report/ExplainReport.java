package dev.mig.report;

import dev.mig.source.Explanation;

/** The explanation of one code. */
public record ExplainReport(Explanation explanation) implements Report {

    @Override
    public void write(Page page) {
        page.line(page.styled(TextStyle.HEADING, explanation.code().id() + ": " + explanation.title()));
        page.line();
        for (String line : explanation.text().lines().toList()) {
            if (line.isBlank() || line.startsWith("    ") || line.startsWith("```")) {
                page.line(line);
            } else {
                page.paragraph(0, line);
            }
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject()
                .put("code", explanation.code().id())
                .put("exit", explanation.code().exit().number())
                .put("title", explanation.title())
                .put("text", explanation.text());
    }
}
