package dev.mig.report;

/** The result of a command as one sentence. */
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
