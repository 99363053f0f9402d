package dev.mig.script;

import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The actions of one ALTER TABLE being collected.
 *
 * <p>All of them speak of the table as it was before: so an action about something that another has touched comes in
 * an ALTER of its own, after it.
 */
final class MysqlActions {
    private final Drafts drafts;
    private final Folding folding;
    private final Map<String, String> waiting = new LinkedHashMap<>();
    private final Set<String> touched = new HashSet<>();
    /** As SQL spells it. */
    private String table;

    private boolean dropsForeignKey;

    MysqlActions(Drafts drafts, Folding folding, String table) {
        this.drafts = drafts;
        this.folding = folding;
        this.table = table;
    }

    void put(String action) {
        waiting.put(action, action);
    }

    void putAll(List<String> actions) {
        actions.forEach(this::put);
    }

    /** Replaces a waiting action with the same key. */
    void put(String key, String action) {
        waiting.put(key, action);
    }

    boolean has(String key) {
        return waiting.containsKey(key);
    }

    /** @return whether it was waiting */
    boolean takeBack(String action) {
        return waiting.remove(action) != null;
    }

    /** What follows is about this thing. */
    void touch(String kind, Identifier what) {
        String key = kind + " " + folding.key(what);
        if (touched.contains(key)) {
            send();
        }
        touched.add(key);
    }

    void dropsForeignKey() {
        dropsForeignKey = true;
    }

    /** None is added where one is dropped: https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html. */
    void addsForeignKey() {
        if (dropsForeignKey) {
            send();
        }
    }

    void send() {
        if (!waiting.isEmpty()) {
            drafts.structure("alter table " + table + " " + String.join(", ", waiting.values()));
        }
        waiting.clear();
        touched.clear();
        dropsForeignKey = false;
    }

    /** From here on, statements use the table's new name. */
    void renamed(String to) {
        table = to;
    }
}
