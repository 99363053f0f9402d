package dev.mig.syntax;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.TableItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds columns and constraints: the items of a table, and what follows {@code add}. */
final class TableBuilder {
    private static final Map<String, String> SERIALS = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");

    private final LeafBuilder leaves;
    private final ValueBuilder values;
    private final TypeBuilder types;
    private final Options options = new Options();
    private final Consumer<Diagnostic> problems;

    TableBuilder(LeafBuilder leaves, ValueBuilder values, TypeBuilder types, Consumer<Diagnostic> problems) {
        this.leaves = leaves;
        this.values = values;
        this.types = types;
        this.problems = problems;
    }

    /** The items that could be read. */
    List<TableItem> items(MigParser.ItemsContext ctx) {
        List<TableItem> items = new ArrayList<>();
        for (MigParser.ItemContext item : ctx.item()) {
            if (item.exception == null) {
                items.add(item(item));
            }
        }
        return items;
    }

    private TableItem item(MigParser.ItemContext item) {
        if (item instanceof MigParser.ConstraintContext it) {
            return constraint(it.constraintName(), it.constraintBody(), leaves.span(it));
        }
        MigParser.ColumnContext it = (MigParser.ColumnContext) item;
        Name name = leaves.name(it.columnName() == null ? it.itemName() : it.columnName());
        return column(name, it.type(), it.columnOption(), leaves.span(it));
    }

    TableItem.Column column(
            Name name, MigParser.TypeContext type, List<MigParser.ColumnOptionContext> written, Span span) {
        List<TableItem.ColumnOption> built = new ArrayList<>(written.size());
        Map<Class<?>, TableItem.ColumnOption> seen = new HashMap<>();
        for (MigParser.ColumnOptionContext option : written) {
            TableItem.ColumnOption next = option.accept(options);
            built.add(next);
            TableItem.ColumnOption earlier =
                    next instanceof TableItem.ColumnCheck ? null : seen.put(next.getClass(), next);
            if (earlier != null) {
                problems.accept(Diagnostic.error(
                                Code.OPTION_TWICE,
                                next.span(),
                                "the column \"" + name.text() + "\" says \"" + leaves.firstWords(option) + "\" twice",
                                "leave one of them out")
                        .withRelated(List.of(new Diagnostic.Related(earlier.span(), "said here first"))));
            }
        }
        refuseSerial(type, built, span);
        return new TableItem.Column(name, types.type(type), built, span);
    }

    /** PostgreSQL's {@code serial} can be parsed as a type, but means an identity. */
    private void refuseSerial(MigParser.TypeContext type, List<TableItem.ColumnOption> options, Span column) {
        String whole = SERIALS.get(type.getText().toLowerCase(Locale.ROOT));
        if (whole == null) {
            return;
        }
        Span word = leaves.span(type);
        boolean identity = options.stream().anyMatch(TableItem.Identity.class::isInstance);
        String text = column.text();
        problems.accept(Diagnostic.error(
                Code.SERIAL,
                word,
                "\"" + word.text() + "\" is written as a whole number with \"identity\"",
                text.substring(0, word.start() - column.start())
                        + whole
                        + (identity ? "" : " identity")
                        + text.substring(word.end() - column.start())));
    }

    TableItem.Constraint constraint(
            MigParser.@Nullable ConstraintNameContext name, MigParser.ConstraintBodyContext body, Span span) {
        return new TableItem.Constraint(name == null ? null : leaves.name(name), body.accept(new Bodies()), span);
    }

    private TableItem.References references(MigParser.ReferencesContext ctx) {
        TableItem.ReferenceAction onDelete = null;
        TableItem.ReferenceAction onUpdate = null;
        TableItem.Deferrable deferrable = null;
        for (MigParser.ReferenceOptionContext option : ctx.referenceOption()) {
            boolean twice;
            if (option instanceof MigParser.OnDeleteContext it) {
                twice = onDelete != null;
                onDelete = it.referenceAction().accept(new Actions());
            } else if (option instanceof MigParser.OnUpdateContext it) {
                twice = onUpdate != null;
                onUpdate = it.referenceAction().accept(new Actions());
            } else {
                twice = deferrable != null;
                deferrable = deferrable((MigParser.DeferrableContext) option);
            }
            if (twice) {
                problems.accept(Diagnostic.error(
                        Code.OPTION_TWICE,
                        leaves.span(option),
                        "the reference says \"" + leaves.firstWords(option) + "\" twice",
                        "leave one of them out"));
            }
        }
        return new TableItem.References(
                leaves.qualifiedName(ctx.tableName()), leaves.names(ctx.columnList()), onDelete, onUpdate, deferrable);
    }

    private static TableItem.Deferrable deferrable(MigParser.DeferrableContext ctx) {
        if (ctx.INITIALLY() == null) {
            return TableItem.Deferrable.UNSTATED;
        }
        return ctx.DEFERRED() == null
                ? TableItem.Deferrable.INITIALLY_IMMEDIATE
                : TableItem.Deferrable.INITIALLY_DEFERRED;
    }

    /** What comes after the name of a constraint. */
    private final class Bodies extends MigParserBaseVisitor<TableItem.ConstraintBody> {
        @Override
        public TableItem.ConstraintBody visitPrimaryKey(MigParser.PrimaryKeyContext ctx) {
            return new TableItem.PrimaryKey(leaves.names(ctx.columnList()));
        }

        @Override
        public TableItem.ConstraintBody visitUnique(MigParser.UniqueContext ctx) {
            return new TableItem.Unique(leaves.names(ctx.columnList()));
        }

        @Override
        public TableItem.ConstraintBody visitCheck(MigParser.CheckContext ctx) {
            return new TableItem.Check(leaves.expression(ctx.expression()));
        }

        @Override
        public TableItem.ConstraintBody visitForeignKey(MigParser.ForeignKeyContext ctx) {
            return new TableItem.ForeignKey(leaves.names(ctx.columnList()), references(ctx.references()));
        }
    }

    /** What comes after the type of a column. */
    private final class Options extends MigParserBaseVisitor<TableItem.ColumnOption> {
        @Override
        public TableItem.ColumnOption visitNotNull(MigParser.NotNullContext ctx) {
            return new TableItem.NotNull(leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitColumnPrimaryKey(MigParser.ColumnPrimaryKeyContext ctx) {
            return new TableItem.ColumnPrimaryKey(leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitColumnUnique(MigParser.ColumnUniqueContext ctx) {
            return new TableItem.ColumnUnique(leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitColumnCheck(MigParser.ColumnCheckContext ctx) {
            return new TableItem.ColumnCheck(leaves.expression(ctx.expression()), leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitColumnComment(MigParser.ColumnCommentContext ctx) {
            return new TableItem.ColumnComment(leaves.text(ctx.text()), leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitCollate(MigParser.CollateContext ctx) {
            return new TableItem.Collate(leaves.name(ctx.QUOTED().getSymbol()), leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitDefault(MigParser.DefaultContext ctx) {
            return new TableItem.Default(values.value(ctx.defaultValue()), leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitIdentity(MigParser.IdentityContext ctx) {
            var numbers = ctx.identityOptions();
            boolean start = numbers != null && numbers.START() != null;
            boolean increment = numbers != null && numbers.INCREMENT() != null;
            return new TableItem.Identity(
                    ctx.ALWAYS() != null,
                    start ? values.integer(numbers.integer(0)) : null,
                    increment ? values.integer(numbers.integer(start ? 1 : 0)) : null,
                    leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitGenerated(MigParser.GeneratedContext ctx) {
            TableItem.Storage storage = ctx.STORED() != null
                    ? TableItem.Storage.STORED
                    : ctx.VIRTUAL() != null ? TableItem.Storage.VIRTUAL : null;
            return new TableItem.Generated(leaves.expression(ctx.expression()), storage, leaves.span(ctx));
        }

        @Override
        public TableItem.ColumnOption visitColumnReferences(MigParser.ColumnReferencesContext ctx) {
            Span span = leaves.span(ctx.references());
            return new TableItem.ColumnReferences(references(ctx.references()), span);
        }
    }

    private static final class Actions extends MigParserBaseVisitor<TableItem.ReferenceAction> {
        @Override
        public TableItem.ReferenceAction visitCascade(MigParser.CascadeContext ctx) {
            return TableItem.ReferenceAction.CASCADE;
        }

        @Override
        public TableItem.ReferenceAction visitRestrict(MigParser.RestrictContext ctx) {
            return TableItem.ReferenceAction.RESTRICT;
        }

        @Override
        public TableItem.ReferenceAction visitSetNull(MigParser.SetNullContext ctx) {
            return TableItem.ReferenceAction.SET_NULL;
        }

        @Override
        public TableItem.ReferenceAction visitSetDefaultValue(MigParser.SetDefaultValueContext ctx) {
            return TableItem.ReferenceAction.SET_DEFAULT;
        }

        @Override
        public TableItem.ReferenceAction visitNoAction(MigParser.NoActionContext ctx) {
            return TableItem.ReferenceAction.NO_ACTION;
        }
    }
}
