package dev.mig.project;

import dev.mig.revision.Target;

/** A place in the files: what the database is at does not decide what a file says. */
public final class FileTarget {
    private FileTarget() {}

    /** Throws where the word names a place in the database. */
    public static Target parse(String word) {
        Target target = Target.parse(word);
        if (target.dependsOnApplied()) {
            throw UsageError.words(
                    "\"" + word + "\" is a place in the database, and a revision of the files is wanted",
                    "an id, \"head\", a branch like left@head, or \"base\"");
        }
        return target;
    }
}
