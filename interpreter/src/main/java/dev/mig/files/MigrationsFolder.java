package dev.mig.files;

import dev.mig.compile.WordSet;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one history, in one or more folders, with their headers.
 *
 * <p>Subfolders are not searched: they hold files that revisions use. Duplicate ids are kept; the graph reports them.
 */
public final class MigrationsFolder {
    /** The wanted schema is not a revision, wherever it is. */
    static final String SCHEMA = "schema.mig";

    /** The number of files read by one task: with fewer, parallelism costs more than it saves. */
    private static final int CHUNK = 64;

    private final List<RevisionFile> files;
    private final List<Diagnostic> diagnostics;
    private final boolean keeping;
    private final Map<String, Known> byId = new HashMap<>();
    private @Nullable List<String> missing;

    /** A file and what was found in it when somebody first asked; two threads that ask at once find the same. */
    private static final class Known {
        private final RevisionFile file;
        private volatile @Nullable Fingerprint fingerprint;
        private volatile @Nullable WordSet words;

        Known(RevisionFile file) {
            this.file = file;
        }
    }

    private MigrationsFolder(List<RevisionFile> files, List<Diagnostic> diagnostics, boolean keeping) {
        this.keeping = keeping;
        this.files = List.copyOf(files);
        this.diagnostics = List.copyOf(diagnostics);
        files.forEach(it -> byId.putIfAbsent(it.id(), new Known(it)));
    }

    /**
     * Reads all headers, in parallel. Whatever is wrong with files and folders is in {@link #diagnostics()}.
     *
     * @param locations the folders, absolute
     */
    public static MigrationsFolder read(List<Path> locations, DisplayNames names) {
        return read(locations, names, FileHead::read, false);
    }

    /** Reads a file; called from several threads at once, each with a buffer of its own. */
    @FunctionalInterface
    interface Reading {
        FileHead.Read read(FileHead head, byte[] buffer);
    }

    /** @param keeping whether the same files are going to be asked about again and again */
    static MigrationsFolder read(List<Path> locations, DisplayNames names, Reading reading, boolean keeping) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<FileHead> heads = new ArrayList<>();
        for (Path location : locations) {
            heads.addAll(list(location, names.of(location), diagnostics));
        }
        int chunks = (heads.size() + CHUNK - 1) / CHUNK;
        List<FileHead.Read> read = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(it -> heads.subList(it * CHUNK, Math.min((it + 1) * CHUNK, heads.size())))
                .flatMap(it -> read(it, reading))
                .toList();
        List<RevisionFile> files = new ArrayList<>(read.size());
        for (FileHead.Read each : read) {
            diagnostics.addAll(each.diagnostics());
            if (each.revision() != null) {
                files.add(each.revision());
            }
        }
        return new MigrationsFolder(files, diagnostics, keeping);
    }

    private static Stream<FileHead.Read> read(List<FileHead> heads, Reading reading) {
        byte[] buffer = new byte[FileHead.FIRST];
        return heads.stream().map(it -> reading.read(it, buffer));
    }

    /** Whether both come from the same readings of the same files. */
    boolean isMadeOf(MigrationsFolder other) {
        return files.equals(other.files) && diagnostics.equals(other.diagnostics);
    }

    /** Makes a folder for migrations unless it is there. */
    public static void make(Path location, DisplayNames names) {
        TextFiles.createFolder(location, names.of(location));
    }

    /** The revisions, in the order of the folders and of the file names in each. */
    public List<RevisionFile> files() {
        return files;
    }

    public List<Header> headers() {
        return files.stream().map(RevisionFile::header).toList();
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The folder itself where nothing is wrong with it; throws what is. */
    public MigrationsFolder orThrow() {
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new DiagnosticException(diagnostics);
        }
        return this;
    }

    /** The file of a revision, by its whole id. */
    public Optional<RevisionFile> file(String id) {
        return Optional.ofNullable(byId.get(id)).map(it -> it.file);
    }

    /** What tells whether the file of a revision is as it was; null where it has none. May be called by many threads. */
    public @Nullable Fingerprint fingerprint(String id) {
        Known known = byId.get(id);
        if (known == null) {
            return null;
        }
        Fingerprint found = known.fingerprint;
        if (found == null) {
            found = Fingerprint.of(known.file.text());
            known.fingerprint = found;
        }
        return found;
    }

    /** The words of a file, kept for who searches it again; empty where its text does not name everything. */
    Optional<WordSet> words(String id) {
        Known known = keeping ? byId.get(id) : null;
        if (known == null || known.file.kind() == FileKind.JAVASCRIPT) {
            return Optional.empty();
        }
        WordSet found = known.words;
        if (found == null) {
            found = WordSet.of(known.file.text().text());
            known.words = found;
        }
        return Optional.of(found);
    }

    /** The revisions that others follow or need, and that have no file. Used by one thread at a time. */
    public List<String> missing() {
        List<String> known = missing;
        if (known == null) {
            known = files.stream()
                    .flatMap(it -> Stream.of(it.header().revises(), it.header().dependsOn()))
                    .flatMap(List::stream)
                    .map(Header.Ref::text)
                    .filter(it -> !byId.containsKey(it))
                    .distinct()
                    .toList();
            missing = known;
        }
        return known;
    }

    /**
     * The {@code .mig} files of some folders, revisions or not, also those with a broken header.
     *
     * @param locations absolute; those that are not there count as empty
     */
    public static List<Path> migFiles(List<Path> locations) {
        List<Path> found = new ArrayList<>();
        for (Path location : locations) {
            list(location, "", new ArrayList<>()).stream()
                    .filter(it -> it.kind() == FileKind.MIG && !it.isSomethingElse())
                    .map(FileHead::path)
                    .forEach(found::add);
        }
        return found;
    }

    private static List<FileHead> list(Path location, String name, List<Diagnostic> diagnostics) {
        if (!Files.isDirectory(location)) {
            diagnostics.add(Diagnostic.error(
                    Code.FOLDER_MISSING,
                    Span.none(),
                    "there is no folder \"" + name + "\" with migrations",
                    "migrate init makes one; in another folder: migrate -C path/to/project"));
            return List.of();
        }
        List<String> fileNames;
        try {
            fileNames = fileNames(location);
        } catch (IOException e) {
            diagnostics.add(TextFiles.unreadable(name, e));
            return List.of();
        }
        String before = name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
        List<FileHead> heads = new ArrayList<>(fileNames.size());
        for (String fileName : fileNames) {
            // Editors leave hidden copies of open files.
            if (!fileName.startsWith(".") && !fileName.equals(SCHEMA)) {
                FileKind.of(fileName)
                        .ifPresent(it -> heads.add(new FileHead(it, location, fileName, before + fileName)));
            }
        }
        return heads;
    }

    /** Sorted. java.io lists a folder three times as fast as java.nio, but does not say what goes wrong. */
    private static List<String> fileNames(Path location) throws IOException {
        String[] names = location.toFile().list();
        if (names != null) {
            Arrays.sort(names);
            return Arrays.asList(names);
        }
        try (Stream<Path> entries = Files.list(location)) {
            return entries.map(it -> String.valueOf(it.getFileName())).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
