package dev.mig.js;

import java.util.Optional;

/**
 * What scripts were found to say, so that an ancestor need not be run again to learn that it has nothing to do with a
 * table. Several threads ask at once; forgetting costs time and nothing else.
 */
public interface ScriptCache {
    /** Remembers nothing. */
    ScriptCache NONE = new ScriptCache() {
        @Override
        public Optional<String> said(String script) {
            return Optional.empty();
        }

        @Override
        public void keep(String script, String said) {}
    };

    /**
     * The statements of the upgrade, in the words of the language.
     *
     * @param script the whole of its text and of all that it imports
     */
    Optional<String> said(String script);

    void keep(String script, String said);
}
