package dev.mig.files;

import dev.mig.connection.ConnectionUrl;
import dev.mig.js.Types;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Creates the files of a new project. Existing files are left alone.
 *
 * @param made names of what was written, as shown to people
 * @param kept names of what was there
 */
public record NewProject(List<String> made, List<String> kept) {
    private static final String URL_LINE = "url = \"jdbc:h2:./data/app\"";
    private static final String USER_LINE = "# user = \"app\"";
    private static final Pattern URL_COMMENT = Pattern.compile("# An embedded H2 database.*\n(#.*\n)*");

    public NewProject {
        made = List.copyOf(made);
        kept = List.copyOf(kept);
    }

    /**
     * Writes what is missing.
     *
     * @param url of the database; null for an embedded one in the folder
     * @param user of the database; null where nobody has been named
     * @param javascript whether revisions will be in JavaScript, so that there is an {@code env.js} too
     * @throws DiagnosticException if a file cannot be written, or the URL should not be
     */
    public static NewProject in(
            Path folder, DisplayNames names, @Nullable String url, @Nullable String user, boolean javascript) {
        String configuration = template("migrate.toml");
        if (url != null) {
            refuseSecrets(new ConnectionUrl(url));
            configuration =
                    URL_COMMENT.matcher(configuration).replaceFirst("").replace(URL_LINE, "url = " + quoted(url));
        }
        if (user != null) {
            configuration = configuration.replace(USER_LINE, "user = " + quoted(user));
        }
        List<String> made = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        Path migrations = folder.resolve("migrations");
        (isThere(migrations) ? kept : made).add(names.of(migrations) + "/");
        TextFiles.createFolder(migrations, names.of(migrations));
        write(folder.resolve("migrate.toml"), configuration, names, made, kept);
        write(folder.resolve(MigrationsFolder.SCHEMA), template(MigrationsFolder.SCHEMA), names, made, kept);
        if (javascript) {
            write(folder.resolve(EnvFile.NAME), template(EnvFile.NAME), names, made, kept);
            NewProject editors = forEditors(folder, names);
            made.addAll(editors.made());
            kept.addAll(editors.kept());
        }
        return new NewProject(made, kept);
    }

    /** What an editor needs to complete JavaScript: the type declarations, and their location. */
    public static NewProject forEditors(Path folder, DisplayNames names) {
        List<String> made = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        write(folder.resolve("jsconfig.json"), template("jsconfig.json"), names, made, kept);
        write(folder.resolve("mig.d.ts"), Types.declared(), names, made, kept);
        return new NewProject(made, kept);
    }

    private static void write(Path file, String text, DisplayNames names, List<String> made, List<String> kept) {
        if (isThere(file)) {
            kept.add(names.of(file));
            return;
        }
        TextFiles.create(file, names.of(file), text);
        made.add(names.of(file));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A dangling link counts: someone put it there. */
    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void refuseSecrets(ConnectionUrl url) {
        if (!url.masked().equals(url.text())) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.CONFIGURATION_VALUE,
                    Span.none(),
                    "the URL holds a password, and migrate.toml is meant to be committed",
                    "leave it out of the URL, and say password_command, password_file or password_env in"
                            + " migrate.toml"));
        }
    }

    private static String template(String name) {
        // Not under its real name, so that tools that search for such files do not find this one.
        try (InputStream stream = NewProject.class.getResourceAsStream(name + ".txt")) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
