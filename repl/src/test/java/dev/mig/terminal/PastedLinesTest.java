package dev.mig.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of several lines belong together. */
class PastedLinesTest {
    private static final Set<String> COMMANDS = Set.of("heads", "show", "sql", "merge");

    @Test
    void commandsEndWithTheirLine() {
        splits("heads\n\nshow a1\n# a remark\n+2\n", "heads\n", "show a1", "# a remark", "+2");
        splits("heads\ncreate table t { id bigint }", "heads", "create table t { id bigint }");
    }

    @Test
    void statementsGoOnUntilACommandBegins() {
        splits("update t\nset a = 1\n\ndelete from u\nheads", "update t\nset a = 1\n\ndelete from u", "heads");
        splits("create table t {\n  show text\n}\nshow a1", "create table t {\n  show text\n}", "show a1");
        splits("sql select a,\n  b\nfrom t\nsql select 1", "sql select a,\n  b\nfrom t", "sql select 1");
        splits(
                "sql insert into t\nselect 1\ncreate table t {\n}",
                "sql insert into t\nselect 1",
                "create table t {\n}");
        splits("sql select (\nheads\n)\n\\x\n-1", "sql select (\nheads\n)", "\\x", "-1");
    }

    @Test
    void callsOfOneScriptBelongTogether() {
        splits(
                "op.dropTable('a')\nconst b = 'b'\nop.dropTable(b)\ndrop table c",
                "op.dropTable('a')\nconst b = 'b'\nop.dropTable(b)",
                "drop table c");
        splits("drop table c\nop.dropTable('a')", "drop table c", "op.dropTable('a')");
    }

    private static void splits(String text, String... inputs) {
        assertThat(PastedLines.split(text, COMMANDS)).containsExactly(inputs);
    }
}
