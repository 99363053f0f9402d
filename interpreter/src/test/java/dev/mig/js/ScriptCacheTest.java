package dev.mig.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.compile.MemoryHistory;
import dev.mig.compile.Target;
import dev.mig.model.Database;
import dev.mig.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An ancestor is run once; from then on what it said tells whether it has to be run again. */
class ScriptCacheTest {
    private final Remembering memory = new Remembering();

    @Test
    void onlyAncestorsThatSpeakOfATableAreRunForIt() {
        compile("a", "b", "c", "d");
        assertThat(memory.run).containsExactly("a", "b", "c", "d");

        memory.run.clear();
        compile("d");
        assertThat(memory.run).containsExactly("a", "c", "d");
    }

    @Test
    void aScriptOrAModuleThatChangedIsAnotherOne() {
        compile("a", "b", "c", "d");
        memory.run.clear();

        history("members").compiler().compile(List.of("d"), target());
        assertThat(memory.run).containsExactly("a", "c", "d");

        memory.run.clear();
        history("members").compiler().compile(List.of("d"), target());
        assertThat(memory.run).containsExactly("c", "d");
    }

    private void compile(String... ids) {
        history("shops").compiler().compile(List.of(ids), target()).orThrow();
    }

    private static Target target() {
        return new Target(Database.H2, Map.of());
    }

    /** @param name of the table of the first revision, which is put together in a module */
    private MemoryHistory history(String name) {
        return new MemoryHistory()
                .remembering(memory)
                .withFile("names.js", "export const first = '" + name.charAt(0) + "' + '" + name.substring(1) + "'\n")
                .with(revision(
                        "a",
                        "base",
                        "import { first } from './names.js'\n",
                        "op.createTable(first, t => t.column('id', 'bigint'))"))
                .with(revision("b", "a", "", "op.createTable('users', t => t.column('id', 'bigint'))"))
                .with(revision(
                        "c", "b", "", "op.alterTable('shops', t => t.addColumn('town', 'text')); op.run(db => 1)"))
                .with(revision("d", "c", "", "op.alterTable('shops', t => t.dropColumn('town'))"));
    }

    private static Source revision(String id, String parent, String before, String body) {
        return new Source(
                id + ".js",
                "// revision " + id + "\n// revises " + parent + "\n" + before + "export function upgrade(op) {\n  "
                        + body + "\n}\n");
    }

    private static final class Remembering implements ScriptCache {
        private final Map<String, String> said = new HashMap<>();
        private final Set<String> run = new TreeSet<>();

        @Override
        public synchronized Optional<String> said(String script) {
            return Optional.ofNullable(said.get(script));
        }

        @Override
        public synchronized void keep(String script, String text) {
            said.put(script, text);
            run.add(script.substring("// revision ".length(), script.indexOf('\n')));
        }
    }
}
