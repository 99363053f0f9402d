package dev.mig.report;

/** What a command did, in a sentence of its own. */
public record LineReport(String line) implements Report {
    @Override
    public void write(Page page) {
        if (!line.isEmpty()) {
            page.line(line);
        }
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("said", line);
    }
}
