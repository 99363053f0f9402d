package dev.mig.command;

import dev.mig.files.SchemaFile;
import dev.mig.files.TextFiles;
import dev.mig.project.Project;
import dev.mig.report.MoveReport;
import dev.mig.revision.Direction;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import java.nio.file.Path;

/** Updates {@code schema.mig} after a move if the configuration has {@code dump_schema = true}. */
final class DumpedSchema {
    private DumpedSchema() {}

    /** After a move, which remains valid whatever happens to the file. */
    static void keep(Project project, Direction direction, MoveReport moved) {
        boolean wanted = project.configuration().migrations().dumpSchema();
        if (!wanted
                || direction != Direction.UPGRADE
                || moved.dryRun()
                || moved.steps().isEmpty()) {
            return;
        }
        try {
            project.lookAgain();
            // The database may have been created by the run itself, after this program first looked.
            var unused = project.database().wasLost();
            Path path = project.configuration().schemaFile();
            String name = project.names().of(path);
            String text = Dump.text(project);
            if (!TextFiles.exists(path) || !TextFiles.read(path, name).text().equals(text)) {
                SchemaFile.write(path, name, text);
            }
        } catch (DiagnosticException failed) {
            failed.diagnostics()
                    .forEach(it -> project.console()
                            .warn(Diagnostic.warning(
                                    it.code(),
                                    it.span(),
                                    "schema.mig was not written: " + it.message(),
                                    "migrate dump --force writes it")));
        }
    }
}
