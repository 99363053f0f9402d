package dev.mig.project;

import dev.mig.connection.ConnectionUrl;
import dev.mig.files.config.Configuration;
import dev.mig.revision.Applied;
import dev.mig.revision.Revision;
import dev.mig.revision.RevisionGraph;
import dev.mig.source.Code;
import dev.mig.source.DiagnosticException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the project for the shell prompt and for completion, so that neither has to ask the database again.
 *
 * @param environment empty for none
 * @param environments the names of all that there are
 * @param place the kind and the name of the database: {@code h2:bookshop}
 * @param recording what is being recorded; empty for nothing
 * @param trouble what is wrong, in two words; empty if nothing is
 * @param graph null where the files are broken
 * @param applied null where the database cannot be reached
 */
public record ProjectStatus(
        String environment,
        Set<String> environments,
        boolean isProtected,
        String place,
        String recording,
        String trouble,
        @Nullable RevisionGraph graph,
        @Nullable Applied applied) {

    /** Before the first look. */
    public static final ProjectStatus UNKNOWN = new ProjectStatus("", Set.of(), false, "", "", "", null, null);

    /** Problems reduce what is known, and are summarised in two words; the next command reports the details. */
    public static ProjectStatus of(Project project) {
        Configuration configuration;
        try {
            configuration = project.configuration();
        } catch (DiagnosticException broken) {
            return new ProjectStatus("", Set.of(), false, "", "", "broken configuration", null, null);
        }
        RevisionGraph graph = null;
        Applied applied = null;
        String trouble = "";
        try {
            project.connectMeanwhile();
            graph = project.graph();
            applied = project.applied();
            graph = project.graph();
            trouble = applied.unknown().isEmpty() ? "" : "unknown revision";
            if (project.database().reader().unfinished(applied::has).isPresent()) {
                trouble = "half applied";
            }
        } catch (DiagnosticException wrong) {
            Code code = wrong.diagnostics().getFirst().code();
            trouble = graph != null ? "no connection" : code == Code.FOLDER_MISSING ? "no migrations" : "broken files";
        }
        String environment = configuration.environment();
        Recording recording = project.session().recording();
        return new ProjectStatus(
                environment == null ? "" : environment,
                configuration.environments(),
                configuration.connection().isProtected(),
                place(configuration.connection().url()),
                recording == null ? "" : recording.message(),
                trouble,
                graph,
                applied);
    }

    private static String place(ConnectionUrl url) {
        String kind = url.database().map(it -> it.word()).orElse("");
        return kind.isEmpty() ? url.name() : kind + ":" + url.name();
    }

    /** The rows of the version table, abbreviated as far as they remain distinct. */
    public List<String> rows() {
        return applied == null
                ? List.of()
                : applied.stored().stream().map(this::brief).toList();
    }

    /** The number of pending revisions; 0 if unknown. */
    public int pending() {
        return applied == null ? 0 : applied.pending().size();
    }

    /** Whether a word is the name, or a prefix of the name, of a revision or branch. */
    public boolean names(String word) {
        RevisionGraph known = graph;
        return known != null
                && (known.labelled(word).isPresent()
                        || known.revisions().stream().anyMatch(it -> it.id().startsWith(word)));
    }

    /** Null if unknown. */
    public @Nullable Boolean isApplied(Revision revision) {
        return applied == null ? null : applied.contains(revision);
    }

    /** As many characters as Git shows, and more if two revisions begin alike. */
    private String brief(String id) {
        RevisionGraph known = graph;
        int length = Math.min(id.length(), 6);
        while (known != null && length < id.length()) {
            String beginning = id.substring(0, length);
            if (known.revisions().stream()
                            .filter(it -> it.id().startsWith(beginning))
                            .count()
                    <= 1) {
                break;
            }
            length++;
        }
        return id.substring(0, length);
    }
}
