package dev.mig.command;

import dev.mig.project.Project;
import dev.mig.project.UsageError;
import dev.mig.source.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The user's editor, which takes over the terminal until it exits. */
record Editor(String command) {

    static Editor of(Project project) {
        Map<String, String> environment = project.process().environment();
        String command = environment.getOrDefault("VISUAL", "");
        command = command.isBlank() ? environment.getOrDefault("EDITOR", "") : command;
        if (command.isBlank()) {
            throw UsageError.words("no editor is set", "export EDITOR=vi");
        }
        return new Editor(command);
    }

    /** Run by a shell, because the variables may contain options: {@code code --wait}. */
    void open(Path file) {
        boolean windows = file.getFileSystem().getSeparator().equals("\\");
        ProcessBuilder builder = windows
                ? new ProcessBuilder("cmd.exe", "/d", "/c", command + " \"" + file + "\"")
                : new ProcessBuilder("/bin/sh", "-c", command + " \"$@\"", command, file.toString());
        int exit;
        try {
            exit = builder.inheritIO().start().waitFor();
        } catch (IOException e) {
            throw failed("cannot be started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        }
        if (exit != 0) {
            throw failed("ended with exit code " + exit);
        }
    }

    private RuntimeException failed(String how) {
        return UsageError.of(
                Code.EDITOR_FAILED, "the editor \"" + command + "\" " + how, "set VISUAL or EDITOR to another");
    }
}
