package dev.mig.jdbc;

import dev.mig.jdbc.UnfinishedStep.Attempt;
import dev.mig.revision.Direction;
import dev.mig.script.SqlStyle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the journal. A database without a journal has an empty one. */
final class JournalReader {
    private final OwnTables tables;
    private final SqlStyle style;
    private final String name;

    JournalReader(OwnTables tables, SqlStyle style) {
        this.tables = tables;
        this.style = style;
        this.name = style.quoted(tables.journal());
    }

    boolean exists(Connection connection) throws SQLException {
        return Catalogue.exists(connection, tables.journal(), style);
    }

    long lastId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select max(id) from " + name)) {
            return found.next() ? Math.max(0, found.getLong(1)) : 0;
        }
    }

    boolean isDone(Connection connection, long row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select id from " + name + " where outcome = 'done' and id = " + row)) {
            return found.next();
        }
    }

    /** Only the last step can be unfinished: while one is, nothing else begins. */
    Optional<UnfinishedStep> unfinished(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select id, kind, outcome, revision, direction, seq, error from " + name
                                + " where kind in ('step', 'stamp') order by id desc limit 1")) {
            if (!found.next()
                    || found.getString("kind").equals("stamp")
                    || found.getString("outcome").equals("done")) {
                return Optional.empty();
            }
            return unfinished(connection, found);
        }
    }

    private Optional<UnfinishedStep> unfinished(Connection connection, ResultSet step) throws SQLException {
        Map<Integer, Attempt> done = new TreeMap<>();
        Attempt doubt = null;
        Attempt batches = null;
        try (PreparedStatement statement =
                connection.prepareStatement("select id, kind, outcome, seq, body, body_digest," + " progress from "
                        + name + " where step = ? and kind in ('statement', 'batches') order by id")) {
            statement.setLong(1, step.getLong("id"));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Attempt attempt = new Attempt(
                            found.getLong("id"),
                            found.getInt("seq"),
                            orEmpty(found.getString("body")),
                            orEmpty(found.getString("body_digest")),
                            found.getString("progress"));
                    String outcome = found.getString("outcome");
                    // A batch commits together with its progress, so it is never in doubt.
                    boolean inBatches = found.getString("kind").equals("batches");
                    batches = inBatches && !outcome.equals("done") && attempt.progress() != null ? attempt : null;
                    doubt = !inBatches && outcome.equals("begun") ? attempt : null;
                    if (outcome.equals("done")) {
                        done.put(attempt.place(), attempt);
                    }
                }
            }
        }
        if (done.isEmpty() && doubt == null && batches == null) {
            return Optional.empty();
        }
        return Optional.of(new UnfinishedStep(
                step.getLong("id"),
                step.getString("revision"),
                Direction.valueOf(step.getString("direction").toUpperCase(Locale.ROOT)),
                step.getInt("seq"),
                new ArrayList<>(done.values()),
                doubt,
                batches,
                orEmpty(step.getString("error"))));
    }

    /**
     * Of those revisions that the journal knows, as they were last applied and not taken back: one pass, since nothing is
     * indexed. What was taken back may have been changed before somebody applied it by other means.
     *
     * @param revisions a few: a statement takes only so many parameters
     */
    Map<String, AppliedDigests> digests(Connection connection, Collection<String> revisions) throws SQLException {
        List<String> few = List.copyOf(revisions);
        Map<String, AppliedDigests> digests = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select " + DIGESTS + " from " + name + " where outcome = 'done'"
                        + " and kind in ('kept', 'step') and revision in ("
                        + String.join(", ", Collections.nCopies(few.size(), "?")) + ") order by id")) {
            for (int at = 0; at < few.size(); at++) {
                statement.setString(at + 1, few.get(at));
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    note(found, digests);
                }
            }
        }
        return digests;
    }

    /** What {@link #note} reads. */
    static final String DIGESTS = "revision, direction, body_digest, meaning_digest";

    /** Adds one more row of the journal, in order. By number, because drivers look a name up anew in every row. */
    static void note(ResultSet found, Map<String, AppliedDigests> digests) throws SQLException {
        String revision = found.getString(1);
        if (Direction.DOWNGRADE.word().equals(found.getString(2))) {
            digests.remove(revision);
        }
        String text = found.getString(3);
        String meaning = found.getString(4);
        if (text != null && meaning != null) {
            digests.put(revision, new AppliedDigests(text, meaning));
        }
    }

    /** A revision as it was when it was last applied. */
    Optional<RevisionSnapshot> kept(Connection connection, String revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select revision, message, parents, depends_on,"
                + " branches, file, body, body_digest, meaning_digest, way_back from " + name + APPLIED)) {
            statement.setString(1, revision);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next() || found.getString("body") == null) {
                    return Optional.empty();
                }
                return Optional.of(new RevisionSnapshot(
                        found.getString("revision"),
                        orEmpty(found.getString("message")),
                        words(found.getString("parents")),
                        words(found.getString("depends_on")),
                        words(found.getString("branches")),
                        orEmpty(found.getString("file")),
                        found.getString("body"),
                        orEmpty(found.getString("body_digest")),
                        orEmpty(found.getString("meaning_digest")),
                        found.getString("way_back")));
            }
        }
    }

    private static final String IS_APPLIED =
            " outcome = 'done' and (kind = 'kept' or (kind = 'step' and direction = 'upgrade'))";

    private static final String APPLIED = " where revision = ? and" + IS_APPLIED + " order by id desc limit 1";

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().split(" "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
