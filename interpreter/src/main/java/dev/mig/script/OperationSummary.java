package dev.mig.script;

import dev.mig.model.Operation;
import dev.mig.syntax.tree.Statement.Renamed;
import java.util.Locale;

/** A short description of an operation, for people only. */
final class OperationSummary {
    private OperationSummary() {}

    static String of(Operation operation) {
        return switch (operation) {
            case Operation.CreateTable it -> "create table " + it.table().name();
            case Operation.DropTable it -> "drop table " + it.table();
            case Operation.RenameTable it -> "rename table " + it.table() + " to " + it.to();
            case Operation.CommentOnTable it -> "comment on table " + it.table();
            case Operation.AlterTable it -> "alter table " + it.table();
            case Operation.CreateIndex it -> "create index " + it.index().name();
            case Operation.DropIndex it -> "drop index " + it.name();
            case Operation.RenameIndex it -> "rename index " + it.name() + " to " + it.to();
            case Operation.CreateEnum it -> "create type " + it.name();
            case Operation.AddEnumValue it -> "alter type " + it.type() + " add value '" + it.value() + "'";
            case Operation.RenameEnumValue it -> "alter type " + it.type() + " rename value '" + it.value() + "'";
            case Operation.DropType it -> "drop type " + it.name();
            case Operation.CreateSequence it -> "create sequence " + it.name();
            case Operation.DropSequence it -> "drop sequence " + it.name();
            case Operation.CreateSchema it -> "create schema " + it.name();
            case Operation.DropSchema it -> "drop schema " + it.name();
            case Operation.CreateView it -> "create view " + it.name();
            case Operation.DropView it -> "drop view " + it.name();
            case Operation.CreateMaterializedView it -> "create materialized view " + it.name();
            case Operation.RefreshMaterializedView it -> "refresh materialized view " + it.name();
            case Operation.DropMaterializedView it -> "drop materialized view " + it.name();
            case Operation.RenameOther it -> "rename " + word(it.kind()) + " " + it.name() + " to " + it.to();
            case Operation.CreateObject it -> "create " + it.kind() + " " + it.name();
            case Operation.DropObject it -> "drop " + it.kind() + " " + it.name();
            case Operation.Insert it -> "insert into " + it.table();
            case Operation.InsertSelect it -> "insert into " + it.table();
            case Operation.Update it -> "update " + it.table();
            case Operation.Delete it -> "delete from " + it.table();
            case Operation.DeleteRows it -> "delete from " + it.table();
            case Operation.Load it -> "load '" + it.file().name() + "' into " + it.table();
            case Operation.ExecuteSql it -> "sql";
            case Operation.ExecuteScript it -> "script";
            case Operation.Run it -> "op.run";
            case Operation.OutsideTransaction it -> "outside transaction";
            case Operation.Require it -> "require " + it.condition();
        };
    }

    static String word(Renamed kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
