package dev.mig.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mig.jdbc.inspect.Scope;
import dev.mig.model.Column;
import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.Table;
import dev.mig.model.TableChange;
import dev.mig.script.ScriptCompiler;
import dev.mig.source.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A column that somebody else has made is restated whole, whatever of it changes, and loses nothing. */
class MariadbOutsideTest {
    private static final String LEGACY = """
        create table legacy (
          id int unsigned not null auto_increment primary key,
          name varchar(40) character set latin1 collate latin1_bin not null default 'a\\\\b',
          touched timestamp(3) not null default current_timestamp(3) on update current_timestamp(3),
          seen timestamp null default null,
          kind enum('a','b''c') not null default 'a',
          tags set('x','y') default 'x',
          amount decimal(10,2) unsigned not null default 1.50,
          doc json default (json_array()),
          gen int generated always as (id + 1) virtual,
          kept int generated always as (amount * 2) stored,
          hid int invisible default 3,
          big bigint unsigned zerofill,
          bits bit(3) default b'101',
          tiny tinyint not null default 5,
          flag tinyint(1) not null default true,
          y year default 2020,
          med mediumtext character set utf8mb3,
          bin binary(16) default null,
          pt point,
          on_day date default curdate(),
          nothing int default null,
          empty varchar(10) not null default '',
          key kn (name), fulltext key ft (med), key pre (med(10))
        )
        """;

    private final TestDatabase database = TestMysql.embedded();
    private final Connections connections = new Connections(database.access());

    @AfterEach
    void disconnect() {
        connections.close();
    }

    @Test
    void nothingOfAColumnIsLost() throws SQLException {
        try (Connection connection = connections.run();
                Statement statement = connection.createStatement()) {
            database.clear(connection);
            statement.execute(LEGACY);
            String before = create(statement);
            SchemaModel schema;
            try (DatabaseReader reader = DatabaseReader.open(connections, OwnTables.DEFAULT, database.dialect())) {
                schema = reader.schema(Scope.EVERYTHING);
            }
            List<Operation> said = new ArrayList<>();
            List<Operation> unsaid = new ArrayList<>();
            Table legacy =
                    schema.table(QualifiedIdentifier.bare("legacy")).known().orElseThrow();
            for (Column column : legacy.columns()) {
                said.add(comment(column, "it's \\ here"));
                unsaid.add(comment(column, null));
            }
            ScriptCompiler compiler = new ScriptCompiler(database.dialect());
            for (String sql : compiler.literal(said, schema)) {
                statement.execute(sql);
            }
            assertThat(create(statement)).isNotEqualTo(before);
            assertThat(create(statement).replace(" COMMENT 'it''s \\\\ here'", ""))
                    .isEqualTo(before);
            for (String sql : compiler.literal(unsaid, schema.applyAll(said))) {
                statement.execute(sql);
            }
            assertThat(create(statement)).isEqualTo(before);
        }
    }

    private static Operation comment(Column column, @org.jspecify.annotations.Nullable String text) {
        return new Operation.AlterTable(
                QualifiedIdentifier.bare("legacy"),
                List.of(new TableChange.SetComment(column.name(), text, Span.none())),
                Span.none());
    }

    private static String create(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("show create table legacy")) {
            found.next();
            return found.getString(2);
        }
    }
}
