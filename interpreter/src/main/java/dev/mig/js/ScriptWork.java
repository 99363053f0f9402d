package dev.mig.js;

import dev.mig.model.RowWork;
import dev.mig.model.Rows;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * The function passed to {@code op.run}, called during a run: the script is executed again up to that point, in a
 * context of its own, so that no function sees what another one left behind.
 *
 * @param place among the works of its direction, from 0
 */
record ScriptWork(Script script, Script.Way way, int place, Span span) implements RowWork {
    @Override
    public void run(Rows rows) {
        Duration cpuTime = script.limits().runCpuTime();
        try {
            ScriptThread.run(
                    cpuTime,
                    () -> Sandbox.running(cpuTime, script.modules()),
                    rows::isCancelled,
                    (context, caller) -> run(context, caller, rows));
        } catch (RuntimeException | Error e) {
            throw new DiagnosticException(
                    script.failure("run_cpu_time", cpuTime).inARun(e), e);
        }
    }

    private void run(Context context, ScriptThread.Caller caller, Rows rows) {
        List<Value> works = script.recorder(way, context).works();
        if (place >= works.size()) {
            throw new ScriptError(Diagnostic.error(
                    Code.SCRIPT_UNSTEADY,
                    span,
                    "the script calls op.run less often than when it was read",
                    "what " + way.function() + "(op) asks for must not depend on the time or on chance"));
        }
        WorkDatabase database = new WorkDatabase(rows, caller, context, script.site(context));
        script.settled(works.get(place).execute(database.db()), "op.run");
        database.close();
    }
}
