package dev.mig;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the dependencies between packages, and which package may use which libraries and APIs, on the compiled classes
 * of all modules.
 *
 * <p>A package that is not in the table fails, so a new one must be added here first.
 */
class ArchitectureTest {
    /** The packages in the order of the pipeline: each may use those before it, never one after it. */
    enum Layer {
        SOURCE,
        SYNTAX,
        MODEL,
        CONNECTION,
        REVISION,
        COMPILE,
        SCRIPT,
        DIFF,
        LINT,
        JS,
        FILES,
        JDBC,
        ENTITIES,
        REPORT,
        PROJECT,
        COMMAND,
        TERMINAL,
        APP;

        String id() {
            return "dev.mig." + name().toLowerCase(java.util.Locale.ROOT) + "..";
        }
    }

    /** The packages that decide: the same input gives the same output at any time and on any machine. */
    private static final Set<Layer> PURE = Set.of(
            Layer.SOURCE,
            Layer.SYNTAX,
            Layer.MODEL,
            Layer.REVISION,
            Layer.COMPILE,
            Layer.SCRIPT,
            Layer.DIFF,
            Layer.LINT);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mig");

    /** A library or API, and the only package that may use it. */
    record Restriction(String name, Layer layer, DescribedPredicate<JavaClass> outside) {
        static Restriction packages(Layer layer, String... packages) {
            return new Restriction(packages[0], layer, JavaClass.Predicates.resideInAnyPackage(packages));
        }

        static Restriction types(Layer layer, Class<?>... types) {
            Set<String> names = Stream.of(types).map(Class::getName).collect(Collectors.toSet());
            return new Restriction(
                    types[0].getSimpleName(), layer, describe("one of " + names, it -> names.contains(it.getName())));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Restriction> restrictions() {
        return List.of(
                Restriction.packages(Layer.SYNTAX, "org.antlr.."),
                Restriction.packages(Layer.JDBC, "java.sql..", "javax.sql..", "com.zaxxer..", "org.h2.."),
                Restriction.packages(Layer.JS, "org.graalvm.."),
                Restriction.packages(Layer.ENTITIES, "org.hibernate..", "jakarta.."),
                Restriction.packages(Layer.COMMAND, "picocli.."),
                Restriction.packages(Layer.TERMINAL, "org.jline.."),
                // Path is a value; files are read and written in one package.
                Restriction.types(
                        Layer.FILES,
                        java.nio.file.Files.class,
                        java.nio.channels.FileChannel.class,
                        File.class,
                        java.io.FileInputStream.class,
                        java.io.FileReader.class,
                        java.io.FileWriter.class,
                        java.io.RandomAccessFile.class));
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> layers = Stream.of(Layer.values())
                .map(it -> it.id().replace("..", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = CLASSES.stream()
                .map(it -> it.getPackageName().split("\\.", -1))
                .map(it -> String.join(".", List.of(it).subList(0, Math.min(3, it.length))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isNotEmpty().isSubsetOf(layers);
        assertThat(found).contains("dev.mig.source", "dev.mig.syntax", "dev.mig.model", "dev.mig.app");
    }

    @ParameterizedTest
    @EnumSource
    void noPackageUsesALaterOne(Layer layer) {
        String[] later = Stream.of(Layer.values())
                .filter(it -> it.compareTo(layer) > 0)
                .map(Layer::id)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(layer.id())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noCycles() {
        slices().matching("dev.mig.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("restrictions")
    void onlyOnePackageUsesEachLibrary(Restriction restriction) {
        noClasses()
                .that()
                .resideOutsideOfPackage(restriction.layer().id())
                .should()
                .dependOnClassesThat(restriction.outside())
                .check(CLASSES);
    }

    /** Only by file name: the streams of the process are FileOutputStreams of a descriptor. */
    @Test
    void filesAreWrittenInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Layer.FILES.id())
                .should()
                .callConstructor(FileOutputStream.class, File.class)
                .orShould()
                .callConstructor(FileOutputStream.class, File.class, boolean.class)
                .orShould()
                .callConstructor(FileOutputStream.class, String.class)
                .orShould()
                .callConstructor(FileOutputStream.class, String.class, boolean.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheAppUsesTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Layer.APP.id())
                .should()
                .accessTargetWhere(member(
                        "streams, environment or end of the process",
                        List.of(System.class, Runtime.class),
                        "in",
                        "out",
                        "err",
                        "console",
                        "exit",
                        "halt",
                        "getenv",
                        "getProperty",
                        "getProperties",
                        "setProperty",
                        "setIn",
                        "setOut",
                        "setErr",
                        "addShutdownHook"))
                .check(CLASSES);
    }

    @Test
    void decisionsDoNotDependOnTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE.stream().map(Layer::id).toArray(String[]::new))
                .should()
                .accessTargetWhere(member(
                        "a clock",
                        List.of(
                                System.class,
                                Clock.class,
                                Instant.class,
                                LocalDate.class,
                                LocalDateTime.class,
                                OffsetDateTime.class,
                                ZonedDateTime.class),
                        "nanoTime",
                        "currentTimeMillis",
                        "now",
                        "systemUTC",
                        "systemDefaultZone"))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Collection<String> silent = new TreeSet<>();
        for (JavaClass it : CLASSES) {
            if (!it.getPackage().isAnnotatedWith(NullMarked.class)) {
                silent.add(it.getPackageName());
            }
        }
        assertThat(silent).as("packages without a @NullMarked package-info").isEmpty();
    }

    @Test
    void classNamesAreSpecific() {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Context)")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> member(String what, List<Class<?>> owners, String... names) {
        Set<String> owned = owners.stream().map(Class::getName).collect(Collectors.toSet());
        return describe(
                what,
                it -> owned.contains(it.getTargetOwner().getName())
                        && List.of(names).contains(it.getTarget().getName()));
    }
}
