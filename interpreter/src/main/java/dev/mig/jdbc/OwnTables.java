package dev.mig.jdbc;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.ColumnType.Plain;
import dev.mig.model.ColumnType.Timestamp;
import dev.mig.model.ColumnType.Varchar;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.script.Dialect;
import dev.mig.script.ScriptCompiler;
import dev.mig.script.VersionSql;
import dev.mig.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two tables that this program keeps in a database, in the words of migrations, so that every dialect can make
 * them.
 *
 * @param version the name of the version table
 */
public record OwnTables(QualifiedIdentifier version) {
    public static final OwnTables DEFAULT = new OwnTables(QualifiedIdentifier.bare("alembic_version"));

    /** @param schema null for the connection's own */
    public static OwnTables named(@Nullable String schema, String table) {
        return new OwnTables(new QualifiedIdentifier(
                schema == null || schema.isEmpty() ? null : Identifier.bare(schema), Identifier.bare(table)));
    }

    QualifiedIdentifier journal() {
        return version.named(Identifier.bare("mig_journal"));
    }

    /** The names of this program's own tables, which are hidden from the structure of a database. */
    Set<QualifiedIdentifier> names() {
        return Set.of(version, journal());
    }

    /**
     * One row per step, one per statement where statements commit by themselves, one per stamp. Columns for other
     * kinds of rows are null.
     */
    List<String> createJournal(Dialect dialect) {
        Varchar word = new Varchar(32);
        Varchar name = new Varchar(VersionSql.ID_LENGTH);
        return create(
                dialect,
                journal(),
                List.of(
                        required("id", Plain.BIGINT),
                        required("run", Plain.BIGINT),
                        required("step", Plain.BIGINT),
                        required("kind", word),
                        required("outcome", word),
                        optional("direction", word),
                        optional("revision", name),
                        optional("seq", Plain.INTEGER),
                        optional("rows_before", Plain.TEXT),
                        optional("rows_after", Plain.TEXT),
                        required("started_at", new Timestamp(6, true)),
                        optional("millis", Plain.BIGINT),
                        optional("database_user", name),
                        optional("os_user", name),
                        optional("host", name),
                        optional("process", Plain.BIGINT),
                        optional("tool", name),
                        optional("file", Plain.TEXT),
                        optional("message", Plain.TEXT),
                        optional("parents", Plain.TEXT),
                        optional("depends_on", Plain.TEXT),
                        optional("branches", Plain.TEXT),
                        optional("body", Plain.TEXT),
                        optional("body_digest", name),
                        optional("meaning_digest", name),
                        optional("way_back", Plain.TEXT),
                        optional("progress", Plain.TEXT),
                        optional("changed_rows", Plain.BIGINT),
                        optional("sql_state", word),
                        optional("error", Plain.TEXT)),
                new Constraint.PrimaryKey(Identifier.bare("mig_journal_pk"), List.of(Identifier.bare("id"))),
                List.of(new Operation.CreateIndex(journal(), byRevision(), false, true, Span.none())));
    }

    /** A revision's last row is read on every move over it. */
    private static Index byRevision() {
        Index.Element revision = new Index.Element(new Index.ColumnKey(Identifier.bare("revision")), null, null, null);
        return new Index(Identifier.bare("mig_journal_revision"), false, null, List.of(revision), List.of(), null);
    }

    private static List<String> create(
            Dialect dialect,
            QualifiedIdentifier name,
            List<Column> columns,
            Constraint key,
            List<Operation.CreateIndex> indexes) {
        Table table = new Table(
                name, columns, List.of(key), List.of(), null, dialect.style().ownTables());
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.CreateTable(table, true, Span.none()));
        operations.addAll(indexes);
        return new ScriptCompiler(dialect)
                .literal(operations, SchemaModel.empty(dialect.style().folding()));
    }

    private static Column required(String name, ColumnType type) {
        return optional(name, type).withNotNull(true);
    }

    private static Column optional(String name, ColumnType type) {
        return Column.of(Identifier.bare(name), type);
    }
}
