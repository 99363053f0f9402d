package dev.mig.js;

import dev.mig.source.Source;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Where scripts run: one engine per process, created for the first script, and one context per script, which offers
 * the language and nothing else.
 *
 * <p>The engine enforces the limits. What it cannot stop in time, {@link ScriptThread} abandons.
 */
final class Sandbox {
    private static final String STATEMENTS = "200000000";
    private static final String RUN_STATEMENTS = "20000000000";
    /** Deeper than people nest, and well within the stack that {@link ScriptThread} provides. */
    private static final String FRAMES = "1000";

    private static final String DEPTH = "1000";
    private static final String OUTPUT = "1MB";

    private Sandbox() {}

    /** Created on first use: it takes a second. */
    private static final class Shared {
        static final Engine ENGINE = Engine.newBuilder("js")
                .sandbox(SandboxPolicy.CONSTRAINED)
                .option("engine.WarnInterpreterOnly", "false")
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }

    /** For reading a module. */
    static Context reading(Duration cpuTime, Map<String, Source> modules) {
        return context(cpuTime, STATEMENTS, modules, OutputStream.nullOutputStream());
    }

    /** For a script whose output is shown. */
    static Context printing(Duration cpuTime, Map<String, Source> modules, OutputStream printed) {
        return context(cpuTime, STATEMENTS, modules, printed);
    }

    /** For work on rows. */
    static Context running(Duration cpuTime, Map<String, Source> modules) {
        return context(cpuTime, RUN_STATEMENTS, modules, OutputStream.nullOutputStream());
    }

    private static Context context(
            Duration cpuTime, String statements, Map<String, Source> modules, OutputStream printed) {
        return Context.newBuilder("js")
                .engine(Shared.ENGINE)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .allowIO(IOAccess.newBuilder()
                        .fileSystem(new ModuleFiles(modules))
                        .build())
                .option("js.strict", "true")
                .option("js.esm-eval-returns-exports", "true")
                .option("js.load", "false")
                .option("js.unhandled-rejections", "throw")
                .option("sandbox.MaxCPUTime", cpuTime.toMillis() + "ms")
                .option("sandbox.MaxStatements", statements)
                .option("sandbox.MaxStackFrames", FRAMES)
                .option("sandbox.MaxASTDepth", DEPTH)
                .option("sandbox.MaxThreads", "1")
                .option("sandbox.MaxOutputStreamSize", OUTPUT)
                .option("sandbox.MaxErrorStreamSize", OUTPUT)
                .out(printed)
                .err(printed)
                .timeZone(ZoneOffset.UTC)
                .build();
    }
}
