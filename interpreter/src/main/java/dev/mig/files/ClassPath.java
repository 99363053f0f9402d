package dev.mig.files;

import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The folders and jars of a class path. Classes are only located here, as names and bytes; nothing is loaded.
 *
 * @param roots what exists, absolute
 */
public record ClassPath(List<Path> roots) {
    private static final String CLASS = ".class";

    public ClassPath {
        roots = List.copyOf(roots);
    }

    /**
     * A folder stands for the classes below it, and for the jars that lie in it.
     *
     * @throws DiagnosticException if there is none of that name
     */
    public static ClassPath of(List<Path> entries, DisplayNames names) {
        List<Path> roots = new ArrayList<>();
        for (Path entry : entries) {
            if (!Files.exists(entry)) {
                throw new DiagnosticException(Diagnostic.error(
                        Code.CLASS_PATH_MISSING,
                        Span.none(),
                        "\"class_path\" names \"" + names.of(entry) + "\", and there is no such file or folder",
                        "build the project first: mvn compile dependency:copy-dependencies"));
            }
            roots.add(entry);
            if (Files.isDirectory(entry)) {
                roots.addAll(reading(names.of(entry), () -> jarsIn(entry)));
            }
        }
        return new ClassPath(roots);
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /**
     * The classes in a package and its subpackages by name, with their bytes read as Latin-1: the names that a
     * class refers to appear there verbatim.
     */
    public SortedMap<String, String> below(String packageName) {
        String folder = packageName.replace('.', '/') + "/";
        SortedMap<String, String> classes = new TreeMap<>();
        for (Path root : roots) {
            reading(root.toString(), () -> {
                if (Files.isDirectory(root)) {
                    fromFolder(root, folder, classes);
                } else {
                    fromJar(root, folder, classes);
                }
                return classes;
            });
        }
        return classes;
    }

    private static void fromFolder(Path root, String folder, SortedMap<String, String> classes) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return;
        }
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            for (Path file : files.filter(it -> it.toString().endsWith(CLASS)).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                classes.putIfAbsent(name(path), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void fromJar(Path jar, String folder, SortedMap<String, String> classes) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) file.stream()
                    .filter(it ->
                            it.getName().startsWith(folder) && it.getName().endsWith(CLASS))
                    .map(ZipEntry.class::cast)::iterator) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                classes.putIfAbsent(name(entry.getName()), new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String name(String path) {
        return path.substring(0, path.length() - CLASS.length()).replace('/', '.');
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(String name, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new DiagnosticException(TextFiles.unreadable(name, e), e);
        }
    }
}
