package dev.mig.entities;

import dev.mig.entities.EntityMapping.Request;
import dev.mig.entities.EntityMapping.Server;
import dev.mig.entities.EntityMapping.Wanted;
import dev.mig.files.ClassPath;
import dev.mig.files.DisplayNames;
import dev.mig.files.config.Configuration;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From packages and a class path to the schema that the entities there want. Every reading has a class loader of its
 * own, so that classes that were compiled anew in the meantime are seen.
 */
public final class EntityReader {
    private static final String JAKARTA = "Ljakarta/persistence/";
    private static final List<String> PARTS = List.of("Entity;", "MappedSuperclass;", "Embeddable;", "Converter;");

    private final Configuration.Entities entities;
    private final DisplayNames names;

    public EntityReader(Configuration.Entities entities, DisplayNames names) {
        this.entities = entities;
        this.names = names;
    }

    /** @throws DiagnosticException if there are no entities, no Hibernate, or no sense in the mapping */
    public Wanted read(Server server) {
        ClassPath classPath = ClassPath.of(entities.classPath(), names);
        List<String> classes = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (String each : entities.packages()) {
            find(each, classPath, classes, packages);
        }
        Map<String, String> settings = new TreeMap<>();
        entities.settings().forEach((key, value) -> settings.put("hibernate." + key, value));
        try (URLClassLoader loader = loader(classPath)) {
            requireHibernate(loader);
            EntityMapping mapping = ServiceLoader.load(EntityMapping.class, loader)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the reader of entities is not in its place"));
            return mapping.read(new Request(classes, packages, loader, server, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void find(String packageName, ClassPath classPath, List<String> classes, List<String> packages) {
        Map<String, String> all = classPath.below(packageName);
        List<String> found = new ArrayList<>();
        all.forEach((name, text) -> {
            if (name.endsWith(".package-info")) {
                if (text.contains(JAKARTA) || text.contains("Lorg/hibernate/annotations/")) {
                    packages.add(name.substring(0, name.lastIndexOf('.')));
                }
            } else if (mentions(text, JAKARTA)) {
                found.add(name);
            }
        });
        if (found.isEmpty()) {
            throw none(packageName, all);
        }
        classes.addAll(found);
    }

    private static boolean mentions(String text, String annotations) {
        return PARTS.stream().anyMatch(it -> text.contains(annotations + it));
    }

    private static DiagnosticException none(String packageName, Map<String, String> all) {
        boolean old = all.values().stream().anyMatch(it -> mentions(it, "Ljavax/persistence/"));
        String hint = old
                ? "its classes use javax.persistence: Hibernate 6.6 and 7 want jakarta.persistence"
                : all.isEmpty()
                        ? "no class on \"class_path\" is in that package: is the folder of the compiled classes there?"
                        : "a class is one that has @Entity, @MappedSuperclass, @Embeddable or @Converter";
        return new DiagnosticException(Diagnostic.error(
                Code.ENTITIES_MISSING,
                Span.none(),
                "the package \"" + packageName + "\" of [autogenerate] entities holds no JPA entity",
                hint));
    }

    private static void requireHibernate(ClassLoader loader) {
        if (loader.getResource("org/hibernate/boot/MetadataSources.class") == null) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.HIBERNATE_MISSING,
                    Span.none(),
                    "there is no Hibernate on [autogenerate] class_path, and the entities are read by the one that the"
                            + " application uses",
                    "mvn dependency:copy-dependencies fills target/dependency; then"
                            + " class_path = [\"target/classes\", \"target/dependency\"]",
                    "or name the jars of org.hibernate.orm:hibernate-core and what it needs"));
        }
    }

    // ---- class loaders

    private URLClassLoader loader(ClassPath classPath) {
        Path own = home().resolveSibling("entities");
        URL[] urls = Stream.concat(ClassPath.of(List.of(own), names).roots().stream(), classPath.roots().stream())
                .map(EntityReader::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, new Shared(EntityReader.class.getClassLoader()));
    }

    /** The jar or the folder that this class was loaded from: the reader lies beside it. */
    private static Path home() {
        try {
            URI place = EntityReader.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the user's classes see of this program: nothing but what the reader of entities hands over. */
    private static final class Shared extends ClassLoader {
        private final ClassLoader own;

        Shared(ClassLoader own) {
            super(ClassLoader.getPlatformClassLoader());
            this.own = own;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.mig.") && !name.startsWith("dev.mig.entities.hibernate.")) {
                return own.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
