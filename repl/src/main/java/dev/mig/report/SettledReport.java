package dev.mig.report;

/**
 * The result of {@code resolve}, {@code accept} or {@code restore}.
 *
 * @param said what was done, or why nothing was to do
 */
public record SettledReport(String revision, boolean settled, String said) implements Report {

    public static SettledReport done(String revision, String said) {
        return new SettledReport(revision, true, said);
    }

    public static SettledReport nothing(String revision, String why) {
        return new SettledReport(revision, false, "nothing to do: " + why);
    }

    @Override
    public void write(Page page) {
        page.line(said);
    }

    @Override
    public JsonObject json() {
        return new JsonObject().put("revision", revision).put("settled", settled);
    }
}
