package dev.mig.compile;

import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.model.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations that {@link dev.mig.model.RandomOperations} makes, as somebody would write them in a file. */
public final class OperationText {
    private OperationText() {}

    public static String of(Operation operation) {
        return switch (operation) {
            case Operation.CreateTable it -> {
                List<String> items = new ArrayList<>();
                it.table().columns().forEach(column -> items.add(column(column)));
                it.table().constraints().forEach(constraint -> items.add(constraint(constraint)));
                yield "create table " + name(it.table().name()) + " {\n" + String.join("\n", items) + "\n}"
                        + (it.table().comment() == null
                                ? ""
                                : " comment " + text(it.table().comment()));
            }
            case Operation.DropTable it -> "drop table " + name(it.table()) + (it.cascade() ? " cascade" : "");
            case Operation.RenameTable it -> "rename table " + name(it.table()) + " to " + name(it.to());
            case Operation.CommentOnTable it -> "comment on table " + name(it.table()) + " " + text(it.comment());
            case Operation.AlterTable it ->
                "alter table " + name(it.table()) + " {\n"
                        + it.changes().stream().map(OperationText::change).collect(Collectors.joining("\n")) + "\n}";
            case Operation.CreateIndex it -> index(it);
            case Operation.DropIndex it -> "drop index " + name(it.name());
            case Operation.RenameIndex it -> "rename index " + name(it.name()) + " to " + name(it.to());
            case Operation.CreateEnum it ->
                "create type " + name(it.name()) + " as enum ("
                        + it.values().stream().map(OperationText::text).collect(Collectors.joining(", ")) + ")";
            case Operation.RenameEnumValue it ->
                "alter type " + name(it.type()) + " rename value " + text(it.value()) + " to " + text(it.to());
            case Operation.DropType it -> "drop type " + name(it.name());
            case Operation.CreateSequence it -> "create sequence " + name(it.name()) + " start " + it.start();
            case Operation.DropSequence it -> "drop sequence " + name(it.name());
            case Operation.CreateSchema it -> "create schema " + name(it.name());
            case Operation.CreateView it ->
                "create " + (it.orReplace() ? "or replace " : "") + "view " + name(it.name()) + " as \"\"\" "
                        + it.query() + " \"\"\"";
            case Operation.DropView it -> "drop view " + name(it.name());
            case Operation.RenameOther it ->
                "rename " + it.kind().name().toLowerCase(Locale.ROOT) + " " + name(it.name()) + " to " + name(it.to());
            case Operation.CreateObject it ->
                "create " + (it.orReplace() ? "or replace " : "") + "object " + it.kind() + " " + name(it.name())
                        + " \"\"\" " + it.create() + " \"\"\" reverse \"\"\" " + it.drop() + " \"\"\"";
            case Operation.DropObject it -> "drop object " + it.kind() + " " + name(it.name());
            case Operation.ExecuteSql it -> "sql \"\"\" " + it.sql() + " \"\"\" reverse nothing";
            default -> throw new IllegalArgumentException(operation.toString());
        };
    }

    private static String change(TableChange change) {
        return switch (change) {
            case TableChange.AddColumn it -> "add column " + column(it.column()).replaceFirst("^column ", "");
            case TableChange.DropColumn it -> "drop column " + name(it.column());
            case TableChange.RenameColumn it -> "rename column " + name(it.column()) + " to " + name(it.to());
            case TableChange.SetType it -> "alter column " + name(it.column()) + " type " + type(it.type());
            case TableChange.SetNotNull it ->
                "alter column " + name(it.column()) + (it.notNull() ? " set not null" : " drop not null");
            case TableChange.SetDefault it -> "alter column " + name(it.column()) + " set default " + value(it.value());
            case TableChange.SetComment it ->
                "alter column " + name(it.column())
                        + (it.comment() == null ? " drop comment" : " set comment " + text(it.comment()));
            case TableChange.AddConstraint it -> "add " + constraint(it.constraint());
            case TableChange.DropConstraint it -> "drop constraint " + name(it.name());
            default -> throw new IllegalArgumentException(change.toString());
        };
    }

    private static String column(Column column) {
        return "column " + name(column.name()) + " " + type(column.type()) + (column.notNull() ? " not null" : "")
                + (column.identity() == null ? "" : " identity")
                + (column.defaultValue() == null ? "" : " default " + value(column.defaultValue()))
                + (column.comment() == null ? "" : " comment " + text(column.comment()));
    }

    private static String constraint(Constraint constraint) {
        String name = "constraint " + name(constraint.name()) + " ";
        return switch (constraint) {
            case Constraint.PrimaryKey it -> name + "primary key (" + names(it.columns()) + ")";
            case Constraint.Unique it -> "unique (" + names(it.columns()) + ")";
            case Constraint.Check it -> name + "check " + it.condition();
            // Without columns: whoever replays this has to know the other table's primary key.
            case Constraint.ForeignKey it ->
                name + "foreign key (" + names(it.columns()) + ") references " + name(it.target())
                        + (it.onDelete() == null ? "" : " on delete cascade");
        };
    }

    private static String index(Operation.CreateIndex it) {
        Index index = it.index();
        return "create " + (index.unique() ? "unique " : "") + "index " + name(index.name()) + " on " + name(it.table())
                + " ("
                + index.elements().stream()
                        .map(element -> ((Index.ColumnKey) element.key()).column())
                        .map(OperationText::name)
                        .collect(Collectors.joining(", "))
                + ")" + (index.where() == null ? "" : " where " + index.where());
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ColumnType.Plain it -> it.name().toLowerCase(Locale.ROOT);
            case ColumnType.Varchar it -> "varchar(" + it.length() + ")";
            case ColumnType.Decimal it -> "decimal(" + it.precision() + "," + it.scale() + ")";
            case ColumnType.Timestamp it -> "timestamptz(" + it.precision() + ")";
            case ColumnType.Enum it -> name(it.name());
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static String value(@Nullable SqlValue value) {
        return value instanceof SqlValue.Number(String written) ? written : "null";
    }

    private static String names(List<Identifier> names) {
        return names.stream().map(OperationText::name).collect(Collectors.joining(", "));
    }

    private static String name(QualifiedIdentifier name) {
        return (name.schema() == null ? "" : name(name.schema()) + ".") + name(name.name());
    }

    private static String name(Identifier name) {
        return name.quoted() ? '"' + name.text() + '"' : name.text();
    }

    private static String text(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
