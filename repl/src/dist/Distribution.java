import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Completes the distribution whose {@code lib} Maven has filled: scripts, a Java runtime, and the caches it starts from.
 *
 * <p>Run by the build from its source on the selected JDK, from which the runtime is linked: {@code java
 * Distribution.java SRC HOME EXAMPLES}, with the folder of this file, the folder of the distribution, and the projects
 * that the caches are trained on.
 */
class Distribution {
    /**
     * What the tool and the drivers need. The H2 jar also refers to a desktop, a script engine and a compiler, for its
     * console and for functions written in Java: the tool opens no console, and such functions need a JDK anyway.
     */
    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.logging",
            // The pool and the limits of scripts read beans.
            "java.management",
            "jdk.management",
            // Drivers implement javax.naming's data sources, and log in by Kerberos.
            "java.naming",
            "java.security.jgss",
            "java.sql",
            // MariaDB's driver sets how long a silent connection lives.
            "jdk.net",
            "jdk.unsupported");

    private final Path src;
    private final Path home;
    private final Path examples;

    private Distribution(Path src, Path home, Path examples) {
        this.src = src;
        this.home = home;
        this.examples = examples;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var distribution = new Distribution(absolute(args[0]), absolute(args[1]), absolute(args[2]));
        distribution.copyScripts();
        distribution.unpackSqlite();
        distribution.linkRuntime();
        distribution.renewClasses();
        distribution.trainCaches();
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath();
    }

    private void copyScripts() throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        String posix = text(src.resolve("bin/migrate"));
        Files.writeString(bin.resolve("migrate"), posix).toFile().setExecutable(true, false);
        Files.writeString(
                bin.resolve("migrate.bat"), text(src.resolve("bin/migrate.bat")).replace("\n", "\r\n"));
        Files.writeString(home.resolve("lib/java.options"), text(src.resolve("java.options")));
    }

    /** With the line ends of POSIX, however the sources were checked out. */
    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    private void linkRuntime() throws IOException, InterruptedException {
        delete(home.resolve("runtime"));
        run(
                home,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        MODULES,
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        home.resolve("runtime").toString()));
    }

    /**
     * SQLite is a library of the machine's own kind, as the runtime is. Its driver would unpack it at every start, into
     * a folder for temporary files from which some systems let nothing be run.
     */
    private void unpackSqlite() throws IOException {
        try (URLClassLoader jars = new URLClassLoader(jars())) {
            String folder = (String) Class.forName("org.sqlite.util.OSInfo", true, jars)
                    .getMethod("getNativeLibFolderPathForCurrentOS")
                    .invoke(null);
            String name = System.mapLibraryName("sqlitejdbc");
            try (InputStream library = jars.getResourceAsStream("org/sqlite/native/" + folder + "/" + name)) {
                if (library == null) {
                    throw new IOException("the driver of SQLite has nothing for " + folder);
                }
                Files.copy(library, home.resolve("lib").resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    private URL[] jars() throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            for (Path jar : files.filter(it -> it.toString().endsWith(".jar")).toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    private void renewClasses() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            Renewal.of(files.filter(it -> it.toString().endsWith(".jar")).toList());
        }
    }

    /**
     * Runs what people run, and keeps the classes that this loads, linked, in two files, one on top of the other.
     *
     * <p>At every start the runtime takes in all of the first, whether the command needs it or not: it holds what most
     * commands need. What only some need, the engine for scripts above all, which is as large as everything else
     * together, lies in the second: from there the runtime takes class by class.
     */
    private void trainCaches() throws IOException, InterruptedException {
        Path common = home.resolve("lib/migrate.aot");
        Path seldom = home.resolve("lib/migrate.jsa");
        Files.deleteIfExists(common);
        Files.deleteIfExists(seldom);
        train(List.of("-XX:AOTCacheOutput=" + common), "training.txt");
        train(List.of("-XX:SharedArchiveFile=" + common, "-XX:ArchiveClassesAtExit=" + seldom), "training-seldom.txt");
    }

    private void train(List<String> options, String script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("runtime/bin/java").toString());
        command.add("@" + home.resolve("lib/java.options"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dmig.terminal=",
                "-Dorg.sqlite.lib.path=" + home.resolve("lib"),
                "-classpath",
                home.resolve("lib/migrate.jar").toString(),
                "dev.mig.app.Training"));
        List<String> commands = Files.readAllLines(src.resolve(script)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        command.addAll(List.of(String.join(" ; ", commands).split(" +")));
        Path sample = Files.createTempDirectory("migrate-training");
        try {
            copy(examples, sample);
            run(sample, command, src.resolve("training.keys"));
        } finally {
            delete(sample);
        }
    }

    /** What it says is shown only when it fails: a build that goes well has nothing to say. */
    private static void run(Path directory, List<String> command) throws IOException, InterruptedException {
        run(directory, command, null);
    }

    /** @param keys what is typed; null for nothing */
    private static void run(Path directory, List<String> command, Path keys) throws IOException, InterruptedException {
        Path said = Files.createTempFile("migrate", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            // What the shell remembers of a person is not to hold what the build has typed.
            builder.environment()
                    .put("XDG_STATE_HOME", directory.resolve(".state").toString());
            if (keys != null) {
                builder.redirectInput(keys.toFile());
            }
            Process process = builder.start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(
                        String.join(" ", command) + " ended with " + exit + ":\n" + Files.readString(said));
            }
        } finally {
            Files.delete(said);
        }
    }

    /** Without the databases that somebody may have made there. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(from)) {
            found = walk.filter(it -> Files.isRegularFile(it) && !it.toString().endsWith(".db"))
                    .toList();
        }
        for (Path file : found) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(found::add);
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }
}
