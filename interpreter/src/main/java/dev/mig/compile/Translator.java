package dev.mig.compile;

import dev.mig.model.Identifier;
import dev.mig.model.Index;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.SqlValue;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.model.View;
import dev.mig.source.Code;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the statements of a file to operations for one database, and adds them to a draft in order. */
final class Translator {
    private final Target target;
    private final Problems problems;
    private final Names names;
    private final Values values;
    private final DatabaseChoice choice;
    private final TableTranslator tables;
    private final RawTranslator raw;
    private final DataTranslator data;
    private final Draft draft;

    Translator(Target target, Problems problems, Names names, Variables variables, SideFiles files, Draft draft) {
        this.target = target;
        this.problems = problems;
        this.names = names;
        this.draft = draft;
        this.values = new Values(names, variables, problems);
        this.choice = new DatabaseChoice(target.database(), problems);
        this.tables = new TableTranslator(names, values, new Types(names, values, choice, problems), choice, problems);
        this.raw = new RawTranslator(values, choice, problems, files);
        this.data = new DataTranslator(names, values, raw, problems, files);
    }

    void add(Block block) {
        block.statements().forEach(this::add);
    }

    Operation.Reverse reverse(Statement.@Nullable Reversal reversal, Span place) {
        return raw.reverse(reversal, place);
    }

    void add(Statement statement) {
        SchemaModel model = draft.model();
        switch (statement) {
            case Statement.CreateTable it -> draft.add(tables.createTable(it, model));
            case Statement.DropTable it ->
                draft.add(new Operation.DropTable(names.qualified(it.name()), it.ifExists(), it.cascade(), it.span()));
            case Statement.RenameTable it ->
                draft.add(new Operation.RenameTable(names.qualified(it.name()), names.identifier(it.to()), it.span()));
            case Statement.CommentOnTable it ->
                draft.add(new Operation.CommentOnTable(
                        names.qualified(it.table()), values.textOrNull(it.comment()), it.span()));
            case Statement.CommentOnColumn it -> commentOnColumn(it);
            case Statement.AlterTable it -> tables.alterTable(it, draft);
            case Statement.CreateIndex it -> createIndex(it, model);
            case Statement.DropIndex it -> dropIndex(it, model);
            case Statement.RenameIndex it -> {
                QualifiedIdentifier name = names.qualified(it.name());
                draft.add(new Operation.RenameIndex(
                        name, tableOf(name, it.table(), model), names.identifier(it.to()), it.span()));
            }
            case Statement.CreateEnum it ->
                draft.add(new Operation.CreateEnum(
                        names.qualified(it.name()),
                        it.values().stream().map(values::text).toList(),
                        it.span()));
            case Statement.AddEnumValue it ->
                draft.add(new Operation.AddEnumValue(
                        names.qualified(it.type()),
                        values.text(it.value()),
                        values.textOrNull(it.before()),
                        values.textOrNull(it.after()),
                        it.span()));
            case Statement.RenameEnumValue it ->
                draft.add(new Operation.RenameEnumValue(
                        names.qualified(it.type()), values.text(it.value()), values.text(it.to()), it.span()));
            case Statement.DropType it -> draft.add(new Operation.DropType(names.qualified(it.name()), it.span()));
            case Statement.CreateSequence it ->
                draft.add(new Operation.CreateSequence(
                        names.qualified(it.name()), it.start(), it.increment(), it.span()));
            case Statement.DropSequence it ->
                draft.add(new Operation.DropSequence(names.qualified(it.name()), it.span()));
            case Statement.CreateSchema it ->
                draft.add(new Operation.CreateSchema(names.identifier(it.name()), it.ifNotExists(), it.span()));
            case Statement.DropSchema it ->
                draft.add(
                        new Operation.DropSchema(names.identifier(it.name()), it.ifExists(), it.cascade(), it.span()));
            case Statement.CreateView it ->
                draft.add(new Operation.CreateView(
                        names.qualified(it.name()), values.sql(it.query()), it.orReplace(), it.span()));
            case Statement.DropView it ->
                draft.add(new Operation.DropView(names.qualified(it.name()), it.ifExists(), it.span()));
            case Statement.CreateMaterializedView it ->
                draft.add(new Operation.CreateMaterializedView(
                        names.qualified(it.name()), values.sql(it.query()), it.span()));
            case Statement.RefreshMaterializedView it ->
                draft.add(new Operation.RefreshMaterializedView(names.qualified(it.name()), it.span()));
            case Statement.DropMaterializedView it ->
                draft.add(new Operation.DropMaterializedView(names.qualified(it.name()), it.ifExists(), it.span()));
            case Statement.RenameOther it ->
                draft.add(new Operation.RenameOther(
                        it.kind(), names.qualified(it.name()), names.identifier(it.to()), it.span()));
            case Statement.CreateObject it -> createObject(it);
            case Statement.DropObject it -> dropObject(it, model);
            case Statement.Insert it -> draft.add(data.insert(it));
            case Statement.Update it -> draft.add(data.update(it, model));
            case Statement.Delete it -> draft.add(data.delete(it, model));
            case Statement.Load it -> data.load(it).ifPresent(draft::add);
            case Statement.Sql it ->
                raw.sql(it, block -> draft.aside(() -> add(block)), names).ifPresent(draft::add);
            case Statement.Script it -> raw.script(it).ifPresent(draft::add);
            case Statement.OnDialect it -> {
                Block chosen = choice.includes(it.dialects()) ? it.then() : it.otherwise();
                if (chosen != null) {
                    add(chosen);
                }
            }
            case Statement.OutsideTransaction it -> draft.outsideTransaction(it.span(), () -> add(it.block()));
            case Statement.Require it ->
                draft.add(
                        new Operation.Require(values.sql(it.condition()), values.textOrNull(it.message()), it.span()));
        }
    }

    private void commentOnColumn(Statement.CommentOnColumn it) {
        List<Name> parts = it.column().parts();
        if (parts.size() < 2) {
            problems.error(
                    Code.NAME_MALFORMED,
                    it.column().span(),
                    "\"" + it.column() + "\" does not say which table the column is in",
                    "comment on column TABLE." + it.column() + " …");
            return;
        }
        QualifiedName table = new QualifiedName(
                parts.subList(0, parts.size() - 1),
                parts.getFirst().span().to(parts.get(parts.size() - 2).span()));
        draft.alter(
                names.qualified(table),
                it.span(),
                alteration -> alteration.add(new TableChange.SetComment(
                        names.identifier(it.column().last()), values.textOrNull(it.comment()), it.span())));
    }

    // ---- indexes

    private void createIndex(Statement.CreateIndex it, SchemaModel model) {
        QualifiedIdentifier table = names.qualified(it.table());
        List<Index.Element> elements = elements(it.elements());
        Name written = it.name();
        Identifier name = written != null
                ? names.identifier(written)
                : GeneratedNames.free(
                        GeneratedNames.index(table, elements), taken -> model.isTaken(taken, table.schema()));
        Name method = it.method();
        Index index = new Index(
                name,
                it.unique(),
                method == null ? null : names.identifier(method),
                elements,
                names.identifiers(it.include()),
                values.sqlOrNull(it.where()));
        draft.add(new Operation.CreateIndex(table, index, it.concurrently(), it.ifNotExists(), it.span()));
    }

    private List<Index.Element> elements(List<Statement.IndexElement> elements) {
        return elements.stream().map(this::element).toList();
    }

    private Index.Element element(Statement.IndexElement it) {
        Index.Key key = switch (it.key()) {
            case Statement.ColumnKey column -> new Index.ColumnKey(names.identifier(column.column()));
            case Statement.ExpressionKey expression -> new Index.ExpressionKey(values.of(expression.expression()));
        };
        QualifiedName operatorClass = it.operatorClass();
        return new Index.Element(
                key, operatorClass == null ? null : names.function(operatorClass), it.order(), it.nulls());
    }

    private void dropIndex(Statement.DropIndex it, SchemaModel model) {
        QualifiedName written = it.name();
        QualifiedName on = it.table();
        if (written != null) {
            QualifiedIdentifier name = names.qualified(written);
            draft.add(new Operation.DropIndex(
                    name, tableOf(name, on, model), it.concurrently(), it.ifExists(), it.span()));
        } else if (on != null) {
            QualifiedIdentifier table = names.qualified(on);
            List<Index.Element> elements = elements(it.elements());
            indexOver(table, elements, it, model)
                    .ifPresent(name -> draft.add(new Operation.DropIndex(
                            table.named(name), table, it.concurrently(), it.ifExists(), it.span())));
        }
    }

    /** The name of the index on these keys: from the schema, or generated if the schema is not known. */
    private Optional<Identifier> indexOver(
            QualifiedIdentifier table, List<Index.Element> elements, Statement.DropIndex it, SchemaModel model) {
        List<Index> indexes = model.table(table)
                .known()
                .map(Table::indexes)
                .or(() -> model.view(table).known().map(View::indexes))
                .orElse(null);
        if (indexes == null) {
            return Optional.of(GeneratedNames.index(table, elements));
        }
        List<Index> over = indexes.stream()
                .filter(index -> keys(index.elements(), model).equals(keys(elements, model)))
                .toList();
        List<Index> exactly =
                over.stream().filter(index -> index.elements().equals(elements)).toList();
        Optional<Index> found = exactly.size() == 1
                ? Optional.of(exactly.getFirst())
                : over.stream().findFirst();
        if (over.size() > 1 && exactly.size() != 1) {
            problems.error(
                    Code.INDEX_UNKNOWN,
                    it.span(),
                    "table " + table + " has several indexes over these columns",
                    "drop index " + over.getFirst().name() + ": say which by its name; there are "
                            + NameResolver.listed(over.stream()
                                    .map(index -> index.name().text())
                                    .toList()));
        } else if (over.isEmpty() && !it.ifExists()) {
            List<String> known =
                    indexes.stream().map(index -> index.name().text()).toList();
            problems.error(
                    Code.INDEX_UNKNOWN,
                    it.span(),
                    "table " + table + " does not have an index over these columns",
                    NameResolver.all(known, "indexes"));
        }
        return found.map(Index::name);
    }

    private static List<Object> keys(List<Index.Element> elements, SchemaModel model) {
        return elements.stream()
                .map(it -> switch (it.key()) {
                    case Index.ColumnKey(Identifier column) ->
                        (Object) model.folding().key(column);
                    case Index.ExpressionKey(SqlValue expression) -> expression;
                })
                .toList();
    }

    /** The table of an index: as written, or from the schema. */
    private @Nullable QualifiedIdentifier tableOf(
            QualifiedIdentifier index, @Nullable QualifiedName written, SchemaModel model) {
        if (written != null) {
            return names.qualified(written);
        }
        List<SchemaModel.IndexPlace> places = model.indexes(index);
        return places.size() == 1 ? places.getFirst().on() : null;
    }

    // ---- objects

    private void createObject(Statement.CreateObject it) {
        QualifiedIdentifier name = names.qualified(it.name());
        String kind = it.kind().text();
        String drop = it.reverse() == null ? DropText.of(kind, name, target.database()) : values.sql(it.reverse());
        draft.add(new Operation.CreateObject(kind, name, values.sql(it.create()), drop, it.orReplace(), it.span()));
    }

    private void dropObject(Statement.DropObject it, SchemaModel model) {
        QualifiedIdentifier name = names.qualified(it.name());
        String kind = it.kind().text();
        var known = model.object(kind, name).known();
        String drop = it.drop() != null
                ? values.sql(it.drop())
                : known.map(object -> object.drop()).orElseGet(() -> DropText.of(kind, name, target.database()));
        String create = it.reverse() != null
                ? values.sql(it.reverse())
                : known.map(object -> object.create()).orElse(null);
        draft.add(new Operation.DropObject(kind, name, drop, create, it.span()));
    }
}
