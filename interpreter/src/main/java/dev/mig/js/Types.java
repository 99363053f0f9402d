package dev.mig.js;

/** The types of everything that scripts are handed, for editors. */
public final class Types {
    private Types() {}

    /** The text of {@code mig.d.ts}. */
    public static String declared() {
        return Resource.text("mig.d.ts");
    }
}
