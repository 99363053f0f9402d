package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.syntax.tree.Statement;
import java.util.List;
import java.util.function.Consumer;

/** What a {@code schema.mig} may hold: it says what there is, not how it came about. */
final class SchemaFile {
    private SchemaFile() {}

    static void check(List<Statement> statements, Consumer<Diagnostic> problems) {
        for (Statement statement : statements) {
            if (!isAllowed(statement)) {
                problems.accept(Diagnostic.error(
                        Code.SCHEMA_STATEMENT,
                        statement.span(),
                        "a schema file holds create statements only",
                        "changes belong into a revision: migrate revision -m 'what it does'"));
            }
        }
    }

    private static boolean isAllowed(Statement statement) {
        return switch (statement) {
            case Statement.CreateTable it -> true;
            case Statement.CommentOnTable it -> true;
            case Statement.CommentOnColumn it -> true;
            case Statement.CreateIndex it -> true;
            case Statement.CreateEnum it -> true;
            case Statement.CreateSequence it -> true;
            case Statement.CreateSchema it -> true;
            case Statement.CreateView it -> true;
            case Statement.CreateMaterializedView it -> true;
            case Statement.CreateObject it -> true;
            case Statement.DropTable it -> false;
            case Statement.RenameTable it -> false;
            case Statement.AlterTable it -> false;
            case Statement.DropIndex it -> false;
            case Statement.RenameIndex it -> false;
            case Statement.AddEnumValue it -> false;
            case Statement.RenameEnumValue it -> false;
            case Statement.DropType it -> false;
            case Statement.DropSequence it -> false;
            case Statement.DropSchema it -> false;
            case Statement.DropView it -> false;
            case Statement.RefreshMaterializedView it -> false;
            case Statement.DropMaterializedView it -> false;
            case Statement.RenameOther it -> false;
            case Statement.DropObject it -> false;
            case Statement.Insert it -> false;
            case Statement.Update it -> false;
            case Statement.Delete it -> false;
            case Statement.Load it -> false;
            case Statement.Sql it -> false;
            case Statement.Script it -> false;
            case Statement.OnDialect it -> false;
            case Statement.OutsideTransaction it -> false;
            case Statement.Require it -> false;
        };
    }
}
