package dev.mig.syntax;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.AlterAction;
import dev.mig.syntax.tree.Block;
import dev.mig.syntax.tree.Downgrade;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.Header.Ref;
import dev.mig.syntax.tree.Header.Timeouts;
import dev.mig.syntax.tree.MigFile;
import dev.mig.syntax.tree.MigSchema;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Statement;
import dev.mig.syntax.tree.TableItem;
import dev.mig.syntax.tree.TableItem.ReferenceAction;
import dev.mig.syntax.tree.TableItem.References;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.TypeName;
import dev.mig.syntax.tree.Value;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trees of every kind of record, as a parser could have made them but without spans: names that are words of the
 * language, texts with quotes and line ends, raw SQL with brackets in strings.
 */
@SuppressWarnings("NullAway") // It misreads Value.@Nullable Expression as second parameter of a compiled record.
final class RandomTree {
    private static final Span NONE = Span.none();
    private static final int DEEPEST = 3;

    private final Random random;

    RandomTree(long seed) {
        this.random = new Random(seed);
    }

    MigFile file() {
        return new MigFile(new Source("", ""), header(), block(0), downgrade(), List.of());
    }

    MigSchema schema() {
        return new MigSchema(
                new Source("", ""),
                some(0, 6, () -> pick(List.of(this::createTable, this::createIndex, this::createEnum))),
                List.of());
    }

    Header header() {
        return new Header(
                ref(),
                maybe() ? "it's " + word() : "",
                some(0, 3, this::ref),
                some(0, 2, this::ref),
                some(0, 2, this::ref),
                new Timeouts(optional(this::duration), optional(this::duration)),
                optional(() -> Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000))),
                NONE);
    }

    Downgrade downgrade() {
        return pick(List.of(
                () -> new Downgrade.Written(block(0), NONE),
                () -> new Downgrade.Auto(NONE),
                () -> new Downgrade.None(optional(this::text), NONE)));
    }

    Block block(int depth) {
        return new Block(some(0, 4, () -> statement(depth)), NONE);
    }

    /** A statement of any kind; one that holds blocks only while it is not too deep. */
    Statement statement(int depth) {
        List<Supplier<Statement>> kinds = new ArrayList<>(List.of(
                this::createTable,
                () -> new Statement.DropTable(maybe(), path(), maybe(), NONE),
                () -> new Statement.RenameTable(path(), name(), NONE),
                () -> new Statement.CommentOnTable(path(), optional(this::text), NONE),
                () -> new Statement.CommentOnColumn(
                        new QualifiedName(some(2, 3, this::name), NONE), optional(this::text), NONE),
                () -> new Statement.AlterTable(path(), some(1, 4, this::action), NONE),
                () -> new Statement.AlterTable(path(), List.of(action()), NONE),
                this::createIndex,
                () -> new Statement.DropIndex(
                        maybe(),
                        maybe(),
                        new QualifiedName(List.of(indexName()), NONE),
                        optional(this::path),
                        List.of(),
                        NONE),
                () -> new Statement.DropIndex(maybe(), maybe(), null, path(), some(1, 3, this::element), NONE),
                () -> new Statement.RenameIndex(
                        new QualifiedName(List.of(indexName()), NONE), optional(this::path), name(), NONE),
                this::createEnum,
                this::addEnumValue,
                () -> new Statement.RenameEnumValue(path(), text(), text(), NONE),
                () -> new Statement.DropType(path(), NONE),
                () -> new Statement.CreateSequence(path(), optional(this::integer), optional(this::integer), NONE),
                () -> new Statement.DropSequence(path(), NONE),
                () -> new Statement.CreateSchema(maybe(), name(), NONE),
                () -> new Statement.DropSchema(maybe(), name(), maybe(), NONE),
                () -> new Statement.CreateView(maybe(), path(), sql(), NONE),
                () -> new Statement.DropView(maybe(), path(), NONE),
                () -> new Statement.CreateMaterializedView(path(), sql(), NONE),
                () -> new Statement.RefreshMaterializedView(path(), NONE),
                () -> new Statement.DropMaterializedView(maybe(), path(), NONE),
                () -> new Statement.RenameOther(pick(Statement.Renamed.values()), path(), name(), NONE),
                () -> new Statement.CreateObject(maybe(), plain(), path(), sql(), optional(this::sql), NONE),
                () -> new Statement.DropObject(plain(), path(), optional(this::sql), optional(this::sql), NONE),
                this::insert,
                () -> new Statement.Update(
                        path(),
                        some(1, 4, () -> new Statement.Assignment(name(), assigned(), NONE)),
                        maybeExpression(),
                        optional(this::batches),
                        optional(this::reversal),
                        NONE),
                () -> new Statement.Delete(
                        path(), maybeExpression(), optional(this::batches), optional(this::reversal), NONE),
                () -> new Statement.Load(text(), path(), some(0, 3, this::name), optional(this::reversal), NONE),
                () -> new Statement.Sql(body(), optional(() -> touches(depth)), optional(this::reversal), NONE),
                () -> new Statement.Script(
                        maybe() ? new Statement.ScriptText(sql()) : new Statement.ScriptFile(text()),
                        optional(this::reversal),
                        NONE),
                () -> new Statement.Require(expression(), optional(this::text), NONE)));
        if (depth < DEEPEST) {
            kinds.add(() ->
                    new Statement.OnDialect(dialects(), block(depth + 1), optional(() -> block(depth + 1)), NONE));
            kinds.add(() -> new Statement.OutsideTransaction(block(depth + 1), NONE));
        }
        return pick(kinds);
    }

    private Statement createTable() {
        return new Statement.CreateTable(
                maybe(),
                path(),
                some(0, 6, this::item),
                optional(this::text),
                some(0, 2, () -> new Statement.TableOption(dialect(), text(), NONE)),
                NONE);
    }

    private TableItem item() {
        return random.nextInt(4) > 0 ? column() : constraint();
    }

    private TableItem.Column column() {
        List<TableItem.ColumnOption> options = new ArrayList<>();
        List<Supplier<TableItem.ColumnOption>> kinds = List.of(
                () -> new TableItem.NotNull(NONE),
                () -> new TableItem.ColumnPrimaryKey(NONE),
                () -> new TableItem.ColumnUnique(NONE),
                () -> new TableItem.ColumnCheck(expression(), NONE),
                () -> new TableItem.ColumnComment(text(), NONE),
                () -> new TableItem.Collate(new Name("de_DE.utf8", true, NONE), NONE),
                () -> new TableItem.Default(value(), NONE),
                () -> new TableItem.Identity(maybe(), optional(this::integer), optional(this::integer), NONE),
                () -> new TableItem.Generated(expression(), optional(() -> pick(TableItem.Storage.values())), NONE),
                () -> new TableItem.ColumnReferences(references(), NONE));
        for (Supplier<TableItem.ColumnOption> kind : kinds) {
            if (random.nextInt(4) == 0) {
                options.add(kind.get());
            }
        }
        Collections.shuffle(options, random);
        return new TableItem.Column(name(), type(), options, NONE);
    }

    private TableItem.Constraint constraint() {
        TableItem.ConstraintBody body = pick(List.of(
                () -> new TableItem.PrimaryKey(columns()),
                () -> new TableItem.Unique(columns()),
                () -> new TableItem.Check(expression()),
                () -> new TableItem.ForeignKey(columns(), references())));
        return new TableItem.Constraint(optional(this::name), body, NONE);
    }

    private References references() {
        return new References(
                path(),
                some(0, 2, this::name),
                optional(() -> pick(ReferenceAction.values())),
                optional(() -> pick(ReferenceAction.values())),
                optional(() -> pick(TableItem.Deferrable.values())));
    }

    private AlterAction action() {
        return pick(List.of(
                () -> new AlterAction.AddColumn(column(), NONE),
                () -> new AlterAction.DropColumn(maybe(), name(), maybeExpression(), NONE),
                () -> new AlterAction.RenameColumn(name(), name(), NONE),
                () -> new AlterAction.AlterColumn(name(), change(), NONE),
                () -> new AlterAction.AddConstraint(constraint(), maybe(), NONE),
                () -> new AlterAction.DropConstraint(maybe(), name(), NONE),
                () -> new AlterAction.DropPrimaryKey(NONE),
                () -> new AlterAction.DropUnique(columns(), NONE),
                () -> new AlterAction.DropForeignKey(columns(), NONE),
                () -> new AlterAction.ValidateConstraint(name(), NONE),
                () -> new AlterAction.RenameConstraint(name(), name(), NONE),
                () -> new AlterAction.SetSchema(name(), NONE)));
    }

    private AlterAction.ColumnChange change() {
        return pick(List.of(
                () -> new AlterAction.SetType(type(), maybeExpression(), maybeExpression(), NONE),
                () -> new AlterAction.SetNotNull(NONE),
                () -> new AlterAction.DropNotNull(NONE),
                () -> new AlterAction.SetDefault(value(), NONE),
                () -> new AlterAction.DropDefault(NONE),
                () -> new AlterAction.SetComment(text(), NONE),
                () -> new AlterAction.DropComment(NONE),
                () -> new AlterAction.AddIdentity(NONE),
                () -> new AlterAction.DropIdentity(NONE)));
    }

    private Statement createIndex() {
        return new Statement.CreateIndex(
                maybe(),
                maybe(),
                maybe(),
                optional(this::indexName),
                path(),
                optional(this::plain),
                some(1, 3, this::element),
                some(0, 2, this::name),
                maybeExpression(),
                NONE);
    }

    private Statement.IndexElement element() {
        Statement.IndexKey key = pick(List.of(
                () -> new Statement.ColumnKey(plain()),
                () -> new Statement.ExpressionKey(call()),
                () -> new Statement.ExpressionKey(expression())));
        return new Statement.IndexElement(
                key,
                optional(() -> new QualifiedName(some(1, 2, this::plain), NONE)),
                optional(() -> pick(Statement.Order.values())),
                optional(() -> pick(Statement.Nulls.values())),
                NONE);
    }

    private Statement createEnum() {
        return new Statement.CreateEnum(path(), some(1, 4, this::text), NONE);
    }

    private Statement addEnumValue() {
        Text before = optional(this::text);
        return new Statement.AddEnumValue(path(), text(), before, before == null ? optional(this::text) : null, NONE);
    }

    private Statement insert() {
        List<Name> columns = columns();
        int width = columns.size();
        Statement.InsertRows rows = maybe()
                ? new Statement.Query(sql())
                : new Statement.Values(some(1, 4, () -> new Statement.Row(some(width, width, this::assigned), NONE)));
        return new Statement.Insert(path(), columns, rows, optional(this::reversal), NONE);
    }

    private Statement.Batches batches() {
        return new Statement.Batches(
                optional(this::name), 1 + random.nextInt(9999), optional(() -> new Text("50ms", NONE)), NONE);
    }

    private Statement.Reversal reversal() {
        return maybe() ? new Statement.ReverseNothing() : new Statement.ReverseSql(body());
    }

    private Statement.SqlBody body() {
        return maybe()
                ? new Statement.OneSql(sql())
                : new Statement.SqlByDialect(
                        some(1, 3, () -> new Statement.DialectSql(dialects(), sql(), NONE)), maybe());
    }

    private Statement.Touches touches(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 3 : 2)) {
            case 0 -> new Statement.TouchesNothing();
            case 1 -> new Statement.TouchesTables(some(1, 3, this::path));
            default -> new Statement.TouchesAs(block(depth + 1));
        };
    }

    private TypeName type() {
        int dimensions = random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0;
        return switch (random.nextInt(6)) {
            case 0 -> named(List.of("integer", "bigint", "text", "boolean", "double", "json"), List.of(), dimensions);
            case 1 -> named(List.of("varchar", "char", "binary"), List.of(1 + random.nextInt(300)), dimensions);
            case 2 -> named(List.of("decimal"), List.of(12, 2), dimensions);
            case 3 -> named(List.of("timestamp", "timestamptz", "time"), List.of(3), dimensions);
            case 4 ->
                new TypeName.Named(
                        new QualifiedName(List.of(new Name("App", true, NONE), new Name("it\"s", true, NONE)), NONE),
                        List.of(),
                        dimensions,
                        NONE);
            default ->
                maybe()
                        ? new TypeName.Native(List.of(), text(), dimensions, NONE)
                        : new TypeName.Native(
                                some(1, 3, () -> new TypeName.Choice(dialects(), text())),
                                optional(this::text),
                                dimensions,
                                NONE);
        };
    }

    private TypeName named(List<String> words, List<Integer> arguments, int dimensions) {
        Name name = new Name(words.get(random.nextInt(words.size())), false, NONE);
        return new TypeName.Named(new QualifiedName(List.of(name), NONE), arguments, dimensions, NONE);
    }

    private Value value() {
        return random.nextInt(6) == 0 ? call() : plainValue();
    }

    /** What an update sets and an insert inserts: no calls, for those stand in brackets there. */
    private Value assigned() {
        return random.nextInt(6) == 0 ? new Value.DefaultValue(NONE) : plainValue();
    }

    private Value plainValue() {
        return pick(List.of(
                () -> new Value.StringValue(text().value(), NONE),
                () -> new Value.NumberValue(pick(new String[] {"0", "42", "-1.50", "1e3", "2.5e-7"}), NONE),
                () -> new Value.BooleanValue(maybe(), NONE),
                () -> new Value.NullValue(NONE),
                () -> new Value.WordValue(pick(Value.Word.values()), NONE),
                this::expression));
    }

    private Value.Expression expression() {
        return new Value.Expression(
                pick(new String[] {
                    "(a > 0)",
                    "(lower(email) || ')')",
                    "( price * 1.19 )",
                    "(select max(x) -- the last )\n     from t\n  where y = '${y}')",
                    "(\"a)\" <> 'it''s' /* ) */)"
                }),
                NONE);
    }

    private Value.@Nullable Expression maybeExpression() {
        return maybe() ? expression() : null;
    }

    private Value.Call call() {
        return new Value.Call(
                new QualifiedName(some(1, 2, this::plain), NONE),
                pick(new String[] {"()", "(1, 'x')", "(a, lower(b))"}),
                NONE);
    }

    private SqlText sql() {
        return new SqlText(
                pick(new String[] {
                    "select 1",
                    "select \"x\"",
                    "\"x\"",
                    "select 1\nfrom t\n\nwhere a = 'b'",
                    "begin\n  if x then\n    y := 1;\n  end if;\nend",
                    "  deeper\nthan the next",
                    "delete from a_table_with_a_long_name where another_column_with_a_long_name = 'some long value'",
                    "\nafter an empty line",
                    "before an empty line\n",
                    "-- with a comment\n$$ and dollars ''"
                }),
                NONE);
    }

    private List<Name> columns() {
        return some(1, 3, this::name);
    }

    private QualifiedName path() {
        return new QualifiedName(some(1, 2, this::name), NONE);
    }

    /** Any name, words of the language among them. */
    private Name name() {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Name(
                        pick(new String[] {
                            "order",
                            "index",
                            "type",
                            "key",
                            "unique",
                            "check",
                            "column",
                            "on",
                            "if",
                            "references",
                            "constraint",
                            "primary",
                            "foreign",
                            "deferrable",
                            "cascade",
                            "default",
                            "not",
                            "set",
                            "comment"
                        }),
                        false,
                        NONE);
            case 1 ->
                new Name(pick(new String[] {"Order Details", "it\"s", "unique", "${tenant}_x", "名前"}), true, NONE);
            default -> plain();
        };
    }

    private Name plain() {
        return new Name(word(), false, NONE);
    }

    private Name indexName() {
        return maybe() ? plain() : new Name("if", true, NONE);
    }

    private String word() {
        return pick(new String[] {"users", "id", "Größe", "a$1", "_x", "a_name_that_is_rather_long", "total"});
    }

    private Text text() {
        return new Text(
                pick(new String[] {"", "new", "it's", "two\nlines", "-- no comment", "${x}", "/* nor this */", "\\"}),
                NONE);
    }

    private List<Name> dialects() {
        return some(1, 2, this::dialect);
    }

    private Name dialect() {
        return new Name(pick(new String[] {"postgresql", "mysql", "mariadb", "sqlite", "h2"}), false, NONE);
    }

    private Ref ref() {
        return new Ref(Integer.toHexString(0x1000 + random.nextInt(0xfffff)), NONE);
    }

    private Duration duration() {
        return Duration.ofMillis(pick(new Long[] {50L, 5_000L, 90_000L, 120_000L, 1_500L}));
    }

    private BigInteger integer() {
        return BigInteger.valueOf(random.nextInt(2000) - 1000);
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private <T> @Nullable T optional(Supplier<T> value) {
        return maybe() ? value.get() : null;
    }

    private <T> List<T> some(int least, int most, Supplier<? extends T> value) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).<T>mapToObj(it -> value.get()).toList();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<? extends Supplier<? extends T>> values) {
        return values.get(random.nextInt(values.size())).get();
    }
}
