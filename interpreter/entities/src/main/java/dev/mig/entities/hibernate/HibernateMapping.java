package dev.mig.entities.hibernate;

import dev.mig.entities.EntityMapping;
import dev.mig.model.Database;
import dev.mig.source.Code;
import dev.mig.source.Diagnostic;
import dev.mig.source.DiagnosticException;
import dev.mig.source.Span;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;

/** Boots Hibernate as far as its metadata: no connection, no session factory. */
public final class HibernateMapping implements EntityMapping {
    /**
     * Hibernate's log output while booting is irrelevant; errors are thrown. The reference is kept so that the
     * logger is not garbage-collected.
     */
    private static final Logger CHATTER = Logger.getLogger("org.hibernate");

    /** Another class may merely mention these annotations. */
    private static final List<Class<? extends Annotation>> PARTS =
            List.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class);

    @Override
    public Wanted read(Request request) {
        return booted(request, metadata -> new MetadataSchema(metadata, request).wanted());
    }

    /** Work on the metadata while Hibernate is loaded. */
    static <T> T booted(Request request, Function<Metadata, T> use) {
        CHATTER.setLevel(Level.OFF);
        requireVersion();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(request.loader());
        try (BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(request.loader())
                        .build();
                StandardServiceRegistry registry = registry(bootstrap, request)) {
            return use.apply(metadata(registry, request));
        } catch (LinkageError e) {
            throw unloadable("the entities refer to", e);
        } catch (RuntimeException e) {
            throw refused(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void requireVersion() {
        String version = Version.getVersionString();
        if (!version.matches("6\\.6\\..*|7\\..*")) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.HIBERNATE_MISSING,
                    Span.none(),
                    "the Hibernate on [autogenerate] class_path is version " + version + ", which is not understood",
                    "Hibernate ORM 6.6 and 7 are"));
        }
    }

    private static StandardServiceRegistry registry(BootstrapServiceRegistry bootstrap, Request request) {
        Map<String, Object> settings = new TreeMap<>(request.settings());
        settings.putIfAbsent(AvailableSettings.DIALECT, dialect(request.server().database()));
        settings.put("hibernate.boot.allow_jdbc_metadata_access", false);
        if (request.server().version() != null) {
            settings.putIfAbsent(
                    "jakarta.persistence.database-product-version",
                    request.server().version());
        }
        requireDialect(request.loader(), settings.get(AvailableSettings.DIALECT));
        return new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(settings)
                .build();
    }

    private static String dialect(Database database) {
        return switch (database) {
            case H2 -> "org.hibernate.dialect.H2Dialect";
            case POSTGRESQL, YUGABYTEDB -> "org.hibernate.dialect.PostgreSQLDialect";
            case COCKROACHDB -> "org.hibernate.dialect.CockroachDialect";
            case MYSQL -> "org.hibernate.dialect.MySQLDialect";
            case MARIADB -> "org.hibernate.dialect.MariaDBDialect";
            case SQLITE -> "org.hibernate.community.dialect.SQLiteDialect";
        };
    }

    private static void requireDialect(ClassLoader loader, Object dialect) {
        String name = dialect.toString();
        if (name.startsWith("org.hibernate.community.")
                && loader.getResource(name.replace('.', '/') + ".class") == null) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.HIBERNATE_MISSING,
                    Span.none(),
                    "Hibernate's dialect of this database, " + name + ", is not on [autogenerate] class_path",
                    "add org.hibernate.orm:hibernate-community-dialects:" + Version.getVersionString()));
        }
    }

    private static Metadata metadata(StandardServiceRegistry registry, Request request) {
        MetadataSources sources = new MetadataSources(registry);
        request.packages().forEach(sources::addPackage);
        for (String name : request.classes()) {
            try {
                Class<?> found = Class.forName(name, false, request.loader());
                if (PARTS.stream().anyMatch(found::isAnnotationPresent)) {
                    sources.addAnnotatedClass(found);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                throw unloadable("the class " + name + " refers to", e);
            }
        }
        return sources.buildMetadata();
    }

    // ---- what is wrong

    private static DiagnosticException unloadable(String what, Throwable why) {
        String said = String.valueOf(why.getMessage());
        boolean missing = why instanceof NoClassDefFoundError || why instanceof ClassNotFoundException;
        String message = missing
                ? what + " " + said.replace('/', '.') + ", which is not on [autogenerate] class_path"
                : what + " what cannot be loaded: " + said;
        String hint = why instanceof UnsupportedClassVersionError
                ? "compile it for Java " + Runtime.version().feature() + ", which this program runs on, or an older one"
                : "mvn dependency:copy-dependencies fills target/dependency; name that folder in class_path";
        return new DiagnosticException(Diagnostic.error(Code.ENTITY_UNLOADABLE, Span.none(), message, hint), why);
    }

    /** The messages of all causes: the outermost often says only where, and the innermost only what. */
    private static RuntimeException refused(RuntimeException refusal) {
        if (refusal instanceof DiagnosticException told) {
            return told;
        }
        StringBuilder said = new StringBuilder();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError missing) {
                return unloadable("the entities refer to", missing);
            }
            String message = String.valueOf(cause.getMessage());
            if (said.indexOf(message) < 0) {
                said.append(said.isEmpty() ? "" : ": ").append(message);
            }
        }
        return new DiagnosticException(
                Diagnostic.error(
                        Code.MAPPING_WRONG,
                        Span.none(),
                        "Hibernate refuses the entities: " + said,
                        "an application with these entities does not start either"),
                refusal);
    }
}
