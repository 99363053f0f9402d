package dev.mig.js;

import java.util.Optional;

/**
 * A cache of the statements that scripts produced, so that an ancestor need not run again only to find that it does
 * not concern a table. Thread-safe; losing entries costs only time.
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
