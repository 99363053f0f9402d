package dev.mig.files.config;

import dev.mig.connection.Secret;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the password comes from. It is read only by {@link #fetch()}, which only code that connects may call. */
public sealed interface Password {
    String BY_HAND = "run the command of \"password_command\" by hand to see why";

    /** None: the driver may still know one, from the URL or a file of its own. */
    record None() implements Password {}

    record Literal(Secret secret) implements Password {}

    /** @param secret null when the variable is not set */
    record Variable(String name, @Nullable Secret secret, Span span) implements Password {}

    record InFile(Path file, Span span) implements Password {}

    /** @param folder where the command runs */
    record Command(String line, Path folder, Span span) implements Password {}

    /** The password, null where there is none; throws a diagnostic when it should be there and is not. */
    default @Nullable Secret fetch() {
        return switch (this) {
            case None none -> null;
            case Literal literal -> literal.secret();
            case Variable variable -> of(variable);
            case InFile inFile -> of(inFile);
            case Command command -> of(command);
        };
    }

    private static Secret of(Variable variable) {
        if (variable.secret() == null) {
            throw missing(
                    variable.span(),
                    "the environment variable \"" + variable.name() + "\" that should hold the password is not set",
                    "export " + variable.name() + "=…");
        }
        return variable.secret();
    }

    private static Secret of(InFile inFile) {
        try {
            return firstLine(Files.readString(inFile.file()));
        } catch (IOException e) {
            throw missing(
                    inFile.span(),
                    "the password file \"" + inFile.file() + "\" cannot be read",
                    "it should hold the password on its first line");
        }
    }

    /** Run by a shell, because people use pipes and variables here; it may prompt on the terminal, as gpg does. */
    private static Secret of(Command command) {
        boolean windows = command.folder().getFileSystem().getSeparator().equals("\\");
        ProcessBuilder builder = windows
                ? new ProcessBuilder("cmd.exe", "/d", "/c", command.line())
                : new ProcessBuilder("/bin/sh", "-c", command.line());
        builder.directory(command.folder().toFile()).redirectInput(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String output;
            try (InputStream stream = process.getInputStream()) {
                output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw missing(command.span(), "the password command ended with exit code " + exit, BY_HAND);
            }
            return firstLine(output);
        } catch (IOException e) {
            throw missing(command.span(), "the password command cannot be started", BY_HAND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing(command.span(), "the password command was interrupted", BY_HAND);
        }
    }

    private static Secret firstLine(String text) {
        return new Secret(text.lines().findFirst().orElse(""));
    }

    private static DiagnosticException missing(Span span, String message, String hint) {
        return new DiagnosticException(Diagnostic.error(Code.PASSWORD_MISSING, span, message, hint));
    }
}
