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
 * Who may touch what: the table of rooms, held against the compiled classes of all modules.
 *
 * <p>It says nothing of what the rooms do. A package that is not in the table fails, so a new one has to be given its
 * place here first.
 */
class HouseTest {
    /** The rooms in the order of the pipeline: a room may use those before it, never one after it. */
    enum Room {
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

    /** What decides: the same input gives the same output on every day and on every machine. */
    private static final Set<Room> PURE = Set.of(
            Room.SOURCE, Room.SYNTAX, Room.MODEL, Room.REVISION, Room.COMPILE, Room.SCRIPT, Room.DIFF, Room.LINT);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mig");

    /** A part of the world outside, and the one room that may touch it. */
    record Door(String name, Room room, DescribedPredicate<JavaClass> outside) {
        static Door packages(Room room, String... packages) {
            return new Door(packages[0], room, JavaClass.Predicates.resideInAnyPackage(packages));
        }

        static Door types(Room room, Class<?>... types) {
            Set<String> names = Stream.of(types).map(Class::getName).collect(Collectors.toSet());
            return new Door(
                    types[0].getSimpleName(), room, describe("one of " + names, it -> names.contains(it.getName())));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Door> doors() {
        return List.of(
                Door.packages(Room.SYNTAX, "org.antlr.."),
                Door.packages(Room.JDBC, "java.sql..", "javax.sql..", "com.zaxxer..", "org.h2.."),
                Door.packages(Room.JS, "org.graalvm.."),
                Door.packages(Room.ENTITIES, "org.hibernate..", "jakarta.."),
                Door.packages(Room.COMMAND, "picocli.."),
                Door.packages(Room.TERMINAL, "org.jline.."),
                // Path is a value; what is behind it is read and written in one room.
                Door.types(
                        Room.FILES,
                        java.nio.file.Files.class,
                        java.nio.channels.FileChannel.class,
                        File.class,
                        java.io.FileInputStream.class,
                        java.io.FileReader.class,
                        java.io.FileWriter.class,
                        java.io.RandomAccessFile.class));
    }

    @Test
    void everyPackageIsARoomOfTheTable() {
        Set<String> rooms = Stream.of(Room.values())
                .map(it -> it.id().replace("..", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = CLASSES.stream()
                .map(it -> it.getPackageName().split("\\.", -1))
                .map(it -> String.join(".", List.of(it).subList(0, Math.min(3, it.length))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isNotEmpty().isSubsetOf(rooms);
        assertThat(found).contains("dev.mig.source", "dev.mig.syntax", "dev.mig.model", "dev.mig.app");
    }

    @ParameterizedTest
    @EnumSource
    void noRoomUsesALaterOne(Room room) {
        String[] later = Stream.of(Room.values())
                .filter(it -> it.compareTo(room) > 0)
                .map(Room::id)
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(room.id())
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
    @MethodSource("doors")
    void oneRoomForEachDoor(Door door) {
        noClasses()
                .that()
                .resideOutsideOfPackage(door.room().id())
                .should()
                .dependOnClassesThat(door.outside())
                .check(CLASSES);
    }

    /** A stream of the process is one as well, which has a descriptor and no file. */
    @Test
    void filesAreWrittenInTheirRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Room.FILES.id())
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
    void onlyTheAppTouchesTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Room.APP.id())
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
    void whatDecidesHasNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE.stream().map(Room::id).toArray(String[]::new))
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
    void everyRoomSaysWhatItIs() {
        Collection<String> silent = new TreeSet<>();
        for (JavaClass it : CLASSES) {
            if (!it.getPackage().isAnnotatedWith(NullMarked.class)) {
                silent.add(it.getPackageName());
            }
        }
        assertThat(silent).as("packages without a @NullMarked package-info").isEmpty();
    }

    @Test
    void namesSayWhatAClassIs() {
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
