package dev.mig.compile;

import dev.mig.model.Migration;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RowFile;
import dev.mig.model.SchemaModel;
import dev.mig.source.Source;
import java.util.List;
import java.util.Set;

/**
 * A revision compiled for one database, together with its inputs.
 *
 * @param before the schema that its ancestors leave behind
 * @param after the schema that its upgrade leaves behind
 * @param scripts the files of SQL that it names, in their order
 * @param rows the files of rows that it loads, in their order
 * @param outside the tables it uses about which only the database can say more: no revision creates them, or raw SQL
 *     may have changed them
 */
public record CompiledRevision(
        Migration migration,
        SchemaModel before,
        SchemaModel after,
        List<Source> scripts,
        List<RowFile> rows,
        Set<QualifiedIdentifier> outside) {
    public CompiledRevision {
        scripts = List.copyOf(scripts);
        rows = List.copyOf(rows);
        outside = Set.copyOf(outside);
    }

    public String id() {
        return migration.header().id().text();
    }
}
