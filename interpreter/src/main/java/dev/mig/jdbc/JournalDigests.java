package dev.mig.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checksums that the journal has of all applied revisions, kept from one question to the next: a long history is
 * read once, and afterwards only what was added to it.
 *
 * <p>That is enough, because the journal only grows, but for the row of its last step, which may still change: it is
 * read again each time. A journal in which that row is another one is read from the beginning.
 */
final class JournalDigests {
    private final String name;

    /** Of all rows before {@link #last}. */
    private Map<String, AppliedDigests> before = new HashMap<>();

    private @Nullable Step last;

    /** @param journal the table as SQL names it */
    JournalDigests(String journal) {
        this.name = journal;
    }

    private record Step(long id, String revision, String started) {}

    /** By revision, for those currently applied. */
    Map<String, AppliedDigests> read(Connection connection) throws SQLException {
        Step known = last;
        if (known == null || !known.equals(step(connection, "id = " + known.id()))) {
            before = new HashMap<>();
            known = null;
        }
        Step now = step(connection, "kind = 'step' order by id desc limit 1");
        long from = known == null ? 0 : known.id();
        if (now != null) {
            note(connection, "id >= " + from + " and id < " + now.id(), before);
            from = now.id();
        }
        last = now;
        Map<String, AppliedDigests> all = new HashMap<>(before);
        note(connection, "id >= " + from, all);
        return all;
    }

    private @Nullable Step step(Connection connection, String which) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select id, revision, started_at from " + name + " where " + which);
                ResultSet found = statement.executeQuery()) {
            return found.next()
                    ? new Step(
                            found.getLong("id"),
                            String.valueOf(found.getString("revision")),
                            String.valueOf(found.getString("started_at")))
                    : null;
        }
    }

    private void note(Connection connection, String which, Map<String, AppliedDigests> digests) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + JournalReader.DIGESTS + " from "
                        + name + " where outcome = 'done' and kind in ('kept', 'step') and " + which + " order by id");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                JournalReader.note(found, digests);
            }
        }
    }
}
