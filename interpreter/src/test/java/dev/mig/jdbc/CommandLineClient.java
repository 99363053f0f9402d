package dev.mig.jdbc;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database's own client as a program, which reads SQL from its input and stops at the first error.
 *
 * @param environment what it is told beside its words: a password, for one
 */
record CommandLineClient(List<String> command, Map<String, String> environment) implements ByHandContract.Client {

    /** Where the PATH has it. */
    static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(it -> Path.of(it).resolve(program))
                .filter(it -> it.toFile().canExecute())
                .findFirst();
    }

    @Override
    public String run(Path file) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(file.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
