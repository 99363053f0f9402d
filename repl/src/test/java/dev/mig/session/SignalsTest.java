package dev.mig.session;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signals where the database is in the process itself; servers are asked by their own tests. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SignalsTest {
    @TempDir
    private Path folder;

    @Test
    void ctrlCStopsAStatementOfH2() throws Exception {
        new SignalledRun(folder, "jdbc:h2:./data/app")
                .stops(
                        "INT",
                        130,
                        "insert into t select count(*) from system_range(1, 1000000000) a, system_range(1, 1000) b");
    }

    @Test
    void whoEndsABuildStopsAStatementOfSqlite() throws Exception {
        new SignalledRun(folder, "jdbc:sqlite:app.db")
                .stops(
                        "TERM",
                        143,
                        "insert into t with recursive r (x) as (select 1 union all select x + 1 from r) select x from r"
                                + " where x < 0");
    }
}
