package dev.mig.js;

/** The type declarations of the script API, for editors. */
public final class Types {
    private Types() {}

    /** The text of {@code mig.d.ts}. */
    public static String declared() {
        return Resource.text("mig.d.ts");
    }
}
