package dev.mig.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.model.Operation.CreateTable;
import dev.mig.model.Operation.DropTable;
import dev.mig.model.Operation.ExecuteScript;
import dev.mig.model.Operation.ExecuteSql;
import dev.mig.model.Operation.NoStructure;
import dev.mig.model.Operation.RenameTable;
import dev.mig.model.Operation.SameAs;
import dev.mig.model.Operation.Tables;
import dev.mig.model.Operation.Touches;
import dev.mig.model.Operation.Unsaid;
import dev.mig.model.Operation.Unstated;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaModelTest {
    private static final QualifiedIdentifier USERS = QualifiedIdentifier.bare("users");

    private static SchemaModel model(Folding folding) {
        return SchemaModel.empty(folding).apply(create(USERS));
    }

    private static Operation create(QualifiedIdentifier name) {
        Column id = Column.of(Identifier.bare("id"), ColumnType.Plain.BIGINT);
        return new CreateTable(new Table(name, List.of(id), List.of(), List.of(), null, List.of()), false, Span.none());
    }

    private static Operation sql(String sql, Touches touches) {
        return new ExecuteSql(sql, touches, new Unstated(), Span.none());
    }

    @Test
    void tellsWhatItKnowsFromWhatItDoesNot() {
        SchemaModel model = model(Folding.UPPER);
        assertThat(model.table(USERS)).isInstanceOf(Lookup.Known.class);
        assertThat(model.table(QualifiedIdentifier.bare("orders"))).isInstanceOf(Lookup.Outside.class);
        assertThat(model.apply(new DropTable(USERS, false, false, Span.none())).table(USERS))
                .isInstanceOf(Lookup.Absent.class);
        SchemaModel renamed = model.apply(new RenameTable(USERS, Identifier.bare("people"), Span.none()));
        assertThat(renamed.table(USERS)).isInstanceOf(Lookup.Absent.class);
        assertThat(renamed.table(QualifiedIdentifier.bare("people"))).isInstanceOf(Lookup.Known.class);
    }

    @Test
    void keepsWhatADatabaseSaysOfATableFromOutside() {
        QualifiedIdentifier legacy = QualifiedIdentifier.bare("legacy");
        SchemaModel model = model(Folding.LOWER);
        SchemaModel moved = model.apply(new RenameTable(legacy, Identifier.bare("old"), Span.none()));
        assertThat(moved.table(QualifiedIdentifier.bare("old"))).isInstanceOf(Lookup.Outside.class);
        Table table = new Table(
                legacy,
                List.of(Column.of(Identifier.bare("a"), ColumnType.Plain.TEXT)),
                List.of(),
                List.of(),
                null,
                List.of());
        assertThat(model.adopt(table).table(legacy)).isEqualTo(new Lookup.Known<>(table));
        assertThat(model.adoptAbsence(legacy).table(legacy)).isInstanceOf(Lookup.Absent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER,   users, false, true",
        "UPPER,   USERS, true,  true",
        "UPPER,   users, true,  false",
        "LOWER,   Users, false, true",
        "LOWER,   users, true,  true",
        "LOWER,   USERS, true,  false",
        "IGNORED, USERS, true,  true",
        "IGNORED, Users, false, true",
    })
    void foldsNames(Folding folding, String name, boolean quoted, boolean same) {
        QualifiedIdentifier asked = QualifiedIdentifier.of(new Identifier(name, quoted));
        assertThat(model(folding).table(asked).known().isPresent()).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table users add x int",
                "  -- now\n ALTER TABLE Users ADD x int",
                "drop table a, users",
                "alter table \"USERS\" add x int",
                "do $$ begin execute 'x'; alter table users add x int; end $$",
                "create index on users (id)",
                "alter table public.users add x int",
            })
    void rawTextMakesUnknownWhatItNames(String text) {
        assertThat(model(Folding.UPPER).apply(sql(text, new Unsaid())).table(USERS))
                .isInstanceOf(Lookup.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from users",
                "/* x */ with a as (select 1) select * from users",
                "insert into users values (1)",
                "update users set id = 2",
                "delete from users",
                "merge into users using x on 1 = 1",
                "set search_path to users",
                "grant select on users to x",
                "vacuum users",
                "refresh materialized view users",
                "create view v as select * from public.users join users on 1 = 1",
                "create table t (id int references users (id))",
                "alter table \"users\" add x int",
                "comment on table t is 'users'",
                "create table t (x int) -- users",
                "",
            })
    void rawTextLeavesWhatItOnlyReads(String text) {
        assertThat(model(Folding.UPPER).apply(sql(text, new Unsaid())).table(USERS))
                .isInstanceOf(Lookup.Known.class);
    }

    @Test
    void touchesSaysItExactly() {
        SchemaModel model = model(Folding.UPPER);
        String text = "alter table users add x int";
        assertThat(model.apply(sql(text, new NoStructure())).table(USERS)).isInstanceOf(Lookup.Known.class);
        assertThat(model.apply(sql(text, new Tables(List.of(QualifiedIdentifier.bare("other")))))
                        .table(USERS))
                .isInstanceOf(Lookup.Known.class);
        assertThat(model.apply(sql("x", new Tables(List.of(USERS)))).table(USERS))
                .isInstanceOf(Lookup.Unknown.class);
        Operation drop = new DropTable(USERS, false, false, Span.none());
        assertThat(model.apply(sql(text, new SameAs(List.of(drop)))).table(USERS))
                .isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void aTableThatRawTextMayHaveMadeIsNotOutside() {
        SchemaModel model = model(Folding.UPPER).apply(sql("create table made (id int)", new Unsaid()));
        assertThat(model.table(QualifiedIdentifier.bare("made"))).isInstanceOf(Lookup.Unknown.class);
        assertThat(model.table(USERS)).isInstanceOf(Lookup.Known.class);
        assertThat(model.apply(create(QualifiedIdentifier.bare("made"))).table(QualifiedIdentifier.bare("made")))
                .isInstanceOf(Lookup.Known.class);
    }

    @Test
    void whatIsUnknownStaysUnknownUnderAnotherName() {
        SchemaModel model = model(Folding.UPPER)
                .apply(sql("alter table users engage", new Unsaid()))
                .apply(new RenameTable(USERS, Identifier.bare("people"), Span.none()));
        assertThat(model.table(QualifiedIdentifier.bare("people"))).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void theStatementsOfAScriptAreLookedAtOneByOne() {
        SchemaModel model = model(Folding.UPPER)
                .apply(create(QualifiedIdentifier.bare("orders")))
                .apply(new ExecuteScript(
                        new Source("x", "insert into users values (';');\n alter table orders add x int;"),
                        new Unstated(),
                        Span.none()));
        assertThat(model.table(USERS)).isInstanceOf(Lookup.Known.class);
        assertThat(model.table(QualifiedIdentifier.bare("orders"))).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void rawTextThatNamesAnIndexMeansItsTable() {
        Index index = new Index(
                Identifier.bare("ix"),
                false,
                null,
                List.of(new Index.Element(new Index.ColumnKey(Identifier.bare("id")), null, null, null)),
                List.of(),
                null);
        SchemaModel model = model(Folding.UPPER)
                .apply(new Operation.CreateIndex(USERS, index, false, false, Span.none()))
                .apply(sql("drop index ix", new Unsaid()));
        assertThat(model.table(USERS)).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void aModelBeforeAnOperationIsNotChangedByIt() {
        SchemaModel model = model(Folding.UPPER);
        var before = Shapes.of(model);
        RandomOperations random = new RandomOperations(1);
        SchemaModel after = model.applyAll(random.list(model, 200));
        assertThat(Shapes.of(model)).isEqualTo(before);
        assertThat(Shapes.of(after)).isNotEqualTo(before);
    }
}
