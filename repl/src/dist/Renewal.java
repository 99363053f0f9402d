import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Gives the classes of a class path the form in which the start-up cache keeps them; what they do stays the same.
 *
 * <p>Classes compiled for Java 5 get the form of Java 8, with the stack maps that let the runtime verify them
 * beforehand: the cache does not keep older ones, and picocli, which every command starts with, is made of them.
 * Classes that switch over types do so by {@link TypeSwitches}, records compare by {@link RecordMethods}. Jars without
 * any of these are left as they are.
 */
final class Renewal {
    private static final ClassTransform TO_JAVA_8 = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(ClassTransform.endHandler(it -> it.withVersion(ClassFile.JAVA_8_VERSION, 0)));

    private final Map<Path, Map<String, byte[]>> jars;
    private final ClassFile classes;

    private Renewal(Map<Path, Map<String, byte[]>> jars) {
        this.jars = jars;
        Map<String, byte[]> all = new HashMap<>();
        jars.values().forEach(all::putAll);
        this.classes = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy(all)));
    }

    static void of(List<Path> classpath) throws IOException {
        Map<Path, Map<String, byte[]>> jars = new LinkedHashMap<>();
        for (Path jar : classpath) {
            jars.put(jar, entries(jar));
        }
        new Renewal(jars).run();
    }

    private void run() throws IOException {
        for (Map.Entry<Path, Map<String, byte[]>> jar : jars.entrySet()) {
            boolean renewed = false;
            for (Map.Entry<String, byte[]> entry : jar.getValue().entrySet()) {
                if (entry.getKey().endsWith(".class")) {
                    byte[] before = entry.getValue();
                    entry.setValue(renew(before));
                    renewed |= entry.getValue() != before;
                }
            }
            if (renewed) {
                write(jar.getKey(), jar.getValue());
            }
        }
    }

    /** The same array where nothing is to be done. */
    private byte[] renew(byte[] bytes) {
        ClassModel model = classes.parse(bytes);
        if (model.majorVersion() < ClassFile.JAVA_6_VERSION) {
            return classes.transformClass(model, TO_JAVA_8);
        }
        ClassTransform transform = ClassTransform.ACCEPT_ALL;
        if (TypeSwitches.within(model)) {
            transform = transform.andThen(new TypeSwitches(model));
        }
        if (RecordMethods.within(model)) {
            transform = transform.andThen(new RecordMethods(model));
        }
        return transform == ClassTransform.ACCEPT_ALL ? bytes : classes.transformClass(model, transform);
    }

    private static ClassHierarchyResolver hierarchy(Map<String, byte[]> entries) {
        return ClassHierarchyResolver.ofResourceParsing(name -> {
                    String descriptor = name.descriptorString();
                    byte[] bytes = entries.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return entries;
    }

    private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
