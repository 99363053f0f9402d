package dev.mig.diff;

import dev.mig.compile.DropText;
import dev.mig.model.Column;
import dev.mig.model.ColumnType;
import dev.mig.model.Constraint;
import dev.mig.model.EnumType;
import dev.mig.model.Folding;
import dev.mig.model.Identifier;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RawSql;
import dev.mig.model.SchemaModel;
import dev.mig.model.SchemaObject;
import dev.mig.model.Sequence;
import dev.mig.model.Table;
import dev.mig.model.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A schema with its database schemas renamed, so that it can be created next to existing ones. References in SQL are
 * renamed, too.
 */
public final class RelocatedSchema {
    private final Map<String, Identifier> names;
    private final Folding folding;

    /** @param names the new one of each schema, by its old one */
    public RelocatedSchema(Map<Identifier, Identifier> names, Folding folding) {
        this.folding = folding;
        this.names = names.entrySet().stream()
                .collect(Collectors.toMap(it -> folding.key(it.getKey()), Map.Entry::getValue));
    }

    public SchemaModel of(SchemaModel model) {
        return SchemaModel.of(
                        folding,
                        model.schemas().stream().map(this::moved).toList(),
                        model.enumTypes().stream()
                                .map(it -> new EnumType(moved(it.name()), it.values()))
                                .toList(),
                        model.sequences().stream()
                                .map(it -> new Sequence(moved(it.name()), it.start(), it.increment()))
                                .toList(),
                        model.tables().stream().map(this::moved).toList(),
                        model.views().stream()
                                .map(it ->
                                        new View(moved(it.name()), moved(it.query()), it.materialized(), it.indexes()))
                                .toList())
                .withObjects(model.objects().stream().map(this::moved).toList());
    }

    /** Objects on a table are named after the table. */
    private SchemaObject moved(SchemaObject object) {
        return new SchemaObject(
                object.kind(),
                DropText.isOfTable(object.kind()) ? object.name() : moved(object.name()),
                moved(object.create()),
                moved(object.drop()));
    }

    private Identifier moved(Identifier schema) {
        return names.getOrDefault(folding.key(schema), schema);
    }

    private QualifiedIdentifier moved(QualifiedIdentifier name) {
        Identifier schema = name.schema();
        return schema == null ? name : new QualifiedIdentifier(moved(schema), name.name());
    }

    private Table moved(Table table) {
        return new Table(
                moved(table.name()),
                table.columns().stream().map(this::moved).toList(),
                table.constraints().stream().map(this::moved).toList(),
                table.indexes(),
                table.comment(),
                table.options());
    }

    private Column moved(Column column) {
        Column.Generated generated = column.generated();
        Column typed = column.withType(moved(column.type()));
        return generated == null
                ? typed
                : typed.withGenerated(new Column.Generated(moved(generated.expression()), generated.storage()));
    }

    private ColumnType moved(ColumnType type) {
        return switch (type) {
            case ColumnType.Array(ColumnType element) -> new ColumnType.Array(moved(element));
            case ColumnType.Enum it -> new ColumnType.Enum(moved(it.name()), it.values());
            case ColumnType it -> it;
        };
    }

    private Constraint moved(Constraint constraint) {
        return switch (constraint) {
            case Constraint.ForeignKey it -> it.withTarget(moved(it.target()), it.targetColumns());
            case Constraint.Check it -> new Constraint.Check(it.name(), moved(it.condition()));
            case Constraint.PrimaryKey it -> it;
            case Constraint.Unique it -> it;
        };
    }

    private String moved(String sql) {
        List<RawSql.Token> tokens = RawSql.tokens(sql);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            RawSql.Token token = tokens.get(at);
            boolean qualifies =
                    at + 1 < tokens.size() && tokens.get(at + 1).text().equals(".");
            text.append(qualifies ? qualifier(token) : token.text());
        }
        return text.toString();
    }

    private String qualifier(RawSql.Token token) {
        return switch (token.kind()) {
            case WORD -> {
                Identifier moved = names.get(folding.key(Identifier.bare(token.text())));
                yield moved == null ? token.text() : moved.text();
            }
            case QUOTED -> {
                String quote = token.text().substring(0, 1);
                String inside = token.text().replace(quote, "");
                Identifier moved = inside.isEmpty() ? null : names.get(folding.key(Identifier.exact(inside)));
                yield moved == null ? token.text() : quote + folding.key(moved) + quote;
            }
            case STRING, COMMENT, BLANK, OTHER -> token.text();
        };
    }
}
