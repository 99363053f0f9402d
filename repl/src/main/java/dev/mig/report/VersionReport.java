package dev.mig.report;

/** The version of the program. */
public record VersionReport(String version) implements Report {
    @Override
    public void write(Page page) {
        page.line("migrate " + version);
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("version", version);
    }
}
