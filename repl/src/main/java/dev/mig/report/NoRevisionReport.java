package dev.mig.report;

import org.jspecify.annotations.Nullable;

/** No revision was created, because there was no difference. */
public record NoRevisionReport() implements Report {
    private static final @Nullable String NONE = null;

    @Override
    public void write(Page page) {
        page.line("no difference, no revision");
        page.line(page.styled(TextStyle.FAINT, "--allow-empty writes the file all the same"));
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("revision", NONE).put("file", NONE);
    }
}
