package dev.mig.project;

import dev.mig.revision.Target;

/** A target that must name a revision in the files, whatever the database is at. */
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
