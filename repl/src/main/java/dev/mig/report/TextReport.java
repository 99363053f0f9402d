package dev.mig.report;

/** Plain output for another program to read. */
public record TextReport(String text) implements Report {

    @Override
    public void write(Page page) {
        text.lines().forEach(page::line);
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("text", text);
    }
}
