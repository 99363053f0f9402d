package dev.mig.diff;

import dev.mig.compile.DropText;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.Database;
import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.source.Span;
import dev.mig.syntax.print.MigPrinter;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts schema operations to statements of the language. Rows and raw SQL are not supported, except for the
 * initial rows of a new table.
 */
public final class StatementTree {
    private final Database database;
    private final Spell spell;
    private final TableTree tables;

    /** @param database of which the operations are */
    public StatementTree(Database database) {
        this.database = database;
        this.spell = new Spell(database.folding());
        this.tables = new TableTree(database.folding());
    }

    /** The statement as it stands in a file. */
    public String text(Operation operation) {
        return MigPrinter.print(of(operation));
    }

    /** A type as it stands in a column. */
    String text(ColumnType type) {
        return MigPrinter.print(TypeTree.of(type, spell));
    }

    /** @throws IllegalArgumentException for an operation on rows that are there, and for raw SQL */
    public Statement of(Operation operation) {
        return switch (operation) {
            case Operation.CreateTable it ->
                new Statement.CreateTable(
                        it.ifNotExists(),
                        spell.qualified(it.table().name()),
                        tables.items(it.table()),
                        text(it.table().comment()),
                        options(it.table()),
                        Span.none());
            case Operation.DropTable it ->
                new Statement.DropTable(it.ifExists(), spell.qualified(it.table()), it.cascade(), Span.none());
            case Operation.RenameTable it ->
                new Statement.RenameTable(spell.qualified(it.table()), spell.name(it.to()), Span.none());
            case Operation.CommentOnTable it ->
                new Statement.CommentOnTable(spell.qualified(it.table()), text(it.comment()), Span.none());
            case Operation.AlterTable it ->
                new Statement.AlterTable(
                        spell.qualified(it.table()),
                        it.changes().stream()
                                .map(each -> action(it.table(), each))
                                .toList(),
                        Span.none());
            case Operation.CreateIndex it -> createIndex(it);
            case Operation.DropIndex it ->
                new Statement.DropIndex(
                        it.concurrently(),
                        it.ifExists(),
                        spell.qualified(unqualified(it.name(), it.table())),
                        it.table() == null ? null : spell.qualified(it.table()),
                        List.of(),
                        Span.none());
            case Operation.RenameIndex it ->
                new Statement.RenameIndex(
                        spell.qualified(unqualified(it.name(), it.table())),
                        it.table() == null ? null : spell.qualified(it.table()),
                        spell.name(it.to()),
                        Span.none());
            case Operation.CreateEnum it ->
                new Statement.CreateEnum(
                        spell.qualified(it.name()),
                        it.values().stream().map(Spell::text).toList(),
                        Span.none());
            case Operation.AddEnumValue it ->
                new Statement.AddEnumValue(
                        spell.qualified(it.type()),
                        Spell.text(it.value()),
                        text(it.before()),
                        text(it.after()),
                        Span.none());
            case Operation.RenameEnumValue it ->
                new Statement.RenameEnumValue(
                        spell.qualified(it.type()), Spell.text(it.value()), Spell.text(it.to()), Span.none());
            case Operation.DropType it -> new Statement.DropType(spell.qualified(it.name()), Span.none());
            case Operation.CreateSequence it ->
                new Statement.CreateSequence(spell.qualified(it.name()), it.start(), it.increment(), Span.none());
            case Operation.DropSequence it -> new Statement.DropSequence(spell.qualified(it.name()), Span.none());
            case Operation.CreateSchema it ->
                new Statement.CreateSchema(it.ifNotExists(), spell.name(it.name()), Span.none());
            case Operation.DropSchema it ->
                new Statement.DropSchema(it.ifExists(), spell.name(it.name()), it.cascade(), Span.none());
            case Operation.CreateView it ->
                new Statement.CreateView(
                        it.orReplace(), spell.qualified(it.name()), Spell.sql(it.query()), Span.none());
            case Operation.DropView it ->
                new Statement.DropView(it.ifExists(), spell.qualified(it.name()), Span.none());
            case Operation.CreateMaterializedView it ->
                new Statement.CreateMaterializedView(spell.qualified(it.name()), Spell.sql(it.query()), Span.none());
            case Operation.RefreshMaterializedView it ->
                new Statement.RefreshMaterializedView(spell.qualified(it.name()), Span.none());
            case Operation.DropMaterializedView it ->
                new Statement.DropMaterializedView(it.ifExists(), spell.qualified(it.name()), Span.none());
            case Operation.RenameOther it ->
                new Statement.RenameOther(it.kind(), spell.qualified(it.name()), spell.name(it.to()), Span.none());
            case Operation.CreateObject it ->
                new Statement.CreateObject(
                        it.orReplace(),
                        word(it.kind()),
                        spell.qualified(it.name()),
                        Spell.sql(it.create()),
                        drop(it.kind(), it.name(), it.drop()),
                        Span.none());
            case Operation.DropObject it ->
                new Statement.DropObject(
                        word(it.kind()),
                        spell.qualified(it.name()),
                        drop(it.kind(), it.name(), it.drop()),
                        it.create() == null ? null : Spell.sql(it.create()),
                        Span.none());
            case Operation.OutsideTransaction it ->
                new Statement.OutsideTransaction(
                        new Block(it.operations().stream().map(this::of).toList(), Span.none()), Span.none());
            case Operation.Insert it ->
                new Statement.Insert(
                        spell.qualified(it.table()),
                        spell.names(it.columns()),
                        new Statement.Values(it.rows().stream().map(this::row).toList()),
                        null,
                        Span.none());
            case Operation.InsertSelect it -> throw noStructure(it);
            case Operation.Update it -> throw noStructure(it);
            case Operation.Delete it -> throw noStructure(it);
            case Operation.DeleteRows it -> throw noStructure(it);
            case Operation.Load it -> throw noStructure(it);
            case Operation.ExecuteSql it -> throw noStructure(it);
            case Operation.ExecuteScript it -> throw noStructure(it);
            case Operation.Run it -> throw noStructure(it);
            case Operation.Require it -> throw noStructure(it);
        };
    }

    private List<Statement.TableOption> options(Table table) {
        Name here = new Name(database.word(), false, Span.none());
        return table.options().stream()
                .map(it -> new Statement.TableOption(here, Spell.text(it), Span.none()))
                .toList();
    }

    /** Null for the default without a keyword. */
    private @Nullable SqlText drop(String kind, QualifiedIdentifier name, String drop) {
        return DropText.of(kind, name, database).equals(drop) ? null : Spell.sql(drop);
    }

    private Statement.Row row(List<SqlValue> values) {
        return new Statement.Row(values.stream().map(tables::value).toList(), Span.none());
    }

    private static IllegalArgumentException noStructure(Operation operation) {
        return new IllegalArgumentException(operation.getClass().getSimpleName() + " is no change of structure");
    }

    /** An index shares the schema of its table, so its own is omitted. */
    private static QualifiedIdentifier unqualified(QualifiedIdentifier index, @Nullable QualifiedIdentifier table) {
        return table == null ? index : QualifiedIdentifier.of(index.name());
    }

    private Statement createIndex(Operation.CreateIndex it) {
        Index index = it.index();
        Value.@Nullable Expression where = index.where() == null ? null : Spell.expression(index.where());
        return new Statement.CreateIndex(
                index.unique(),
                it.concurrently(),
                it.ifNotExists(),
                spell.name(index.name()),
                spell.qualified(it.table()),
                index.method() == null ? null : spell.name(index.method()),
                index.elements().stream().map(this::element).toList(),
                spell.names(index.include()),
                where,
                Span.none());
    }

    private Statement.IndexElement element(Index.Element element) {
        Statement.IndexKey key = switch (element.key()) {
            case Index.ColumnKey(Identifier column) -> new Statement.ColumnKey(spell.name(column));
            case Index.ExpressionKey(var expression) -> new Statement.ExpressionKey(tables.value(expression));
        };
        return new Statement.IndexElement(
                key,
                element.operatorClass() == null ? null : spell.qualified(element.operatorClass()),
                element.order(),
                element.nulls(),
                Span.none());
    }

    private AlterAction action(QualifiedIdentifier table, TableChange change) {
        return switch (change) {
            case TableChange.AddColumn it ->
                new AlterAction.AddColumn(
                        tables.column(it.column(), it.column().identity() != null, List.of()), Span.none());
            case TableChange.DropColumn it ->
                new AlterAction.DropColumn(
                        it.ifExists(),
                        spell.name(it.column()),
                        it.reverseUsing() == null ? null : Spell.expression(it.reverseUsing()),
                        Span.none());
            case TableChange.RenameColumn it ->
                new AlterAction.RenameColumn(spell.name(it.column()), spell.name(it.to()), Span.none());
            case TableChange.SetType it ->
                column(
                        it.column(),
                        new AlterAction.SetType(
                                TypeTree.of(it.type(), spell),
                                it.using() == null ? null : Spell.expression(it.using()),
                                it.reverseUsing() == null ? null : Spell.expression(it.reverseUsing()),
                                Span.none()));
            case TableChange.SetNotNull it ->
                column(
                        it.column(),
                        it.notNull()
                                ? new AlterAction.SetNotNull(Span.none())
                                : new AlterAction.DropNotNull(Span.none()));
            case TableChange.SetDefault it ->
                column(
                        it.column(),
                        it.value() == null
                                ? new AlterAction.DropDefault(Span.none())
                                : new AlterAction.SetDefault(tables.value(it.value()), Span.none()));
            case TableChange.SetComment it ->
                column(
                        it.column(),
                        it.comment() == null
                                ? new AlterAction.DropComment(Span.none())
                                : new AlterAction.SetComment(Spell.text(it.comment()), Span.none()));
            case TableChange.SetIdentity it ->
                column(
                        it.column(),
                        it.identity() == null
                                ? new AlterAction.DropIdentity(Span.none())
                                : new AlterAction.AddIdentity(Span.none()));
            case TableChange.AddConstraint it ->
                new AlterAction.AddConstraint(tables.constraint(table, it.constraint()), it.notValid(), Span.none());
            case TableChange.DropConstraint it ->
                it.dropped() instanceof Constraint.PrimaryKey
                        ? new AlterAction.DropPrimaryKey(Span.none())
                        : new AlterAction.DropConstraint(it.ifExists(), spell.name(it.name()), Span.none());
            case TableChange.ValidateConstraint it ->
                new AlterAction.ValidateConstraint(spell.name(it.name()), Span.none());
            case TableChange.RenameConstraint it ->
                new AlterAction.RenameConstraint(spell.name(it.name()), spell.name(it.to()), Span.none());
            case TableChange.SetSchema it -> new AlterAction.SetSchema(spell.name(it.schema()), Span.none());
        };
    }

    private AlterAction column(Identifier column, AlterAction.ColumnChange change) {
        return new AlterAction.AlterColumn(spell.name(column), change, Span.none());
    }

    private static @Nullable Text text(@Nullable String text) {
        return text == null ? null : Spell.text(text);
    }

    private static Name word(String kind) {
        return new Name(kind, false, Span.none());
    }
}
