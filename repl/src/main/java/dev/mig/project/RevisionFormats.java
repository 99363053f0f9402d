package dev.mig.project;

import dev.mig.compile.MigFormat;
import dev.mig.compile.RevisionFiles;
import dev.mig.compile.RevisionFormat;
import dev.mig.compile.SqlFormat;
import dev.mig.files.UserState;
import dev.mig.files.config.Configuration;
import dev.mig.js.JsFormat;
import dev.mig.js.Limits;
import dev.mig.js.ScriptCache;
import java.util.List;

/** All file formats that revisions can be written in. */
public final class RevisionFormats {
    private RevisionFormats() {}

    /** @param files where what revisions name or import is found */
    public static List<RevisionFormat> all(RevisionFiles files, Project project) {
        Configuration configuration = project.configuration();
        ScriptCache scriptCache = UserState.of(project.process().environment())
                .map(it -> it.scripts(configuration.home()))
                .orElse(ScriptCache.NONE);
        return List.of(new MigFormat(), new SqlFormat(), new JsFormat(files, limits(configuration), scriptCache));
    }

    /** The limits of scripts. */
    public static Limits limits(Configuration configuration) {
        Configuration.Javascript given = configuration.javascript();
        return new Limits(given.cpuTime(), given.runCpuTime());
    }
}
