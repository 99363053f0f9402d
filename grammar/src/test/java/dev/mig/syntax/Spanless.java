package dev.mig.syntax;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Comment;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree as text without its spans, source and comments, so that two can be told apart by meaning alone. */
final class Spanless {
    private Spanless() {}

    static String of(@Nullable Object tree) {
        StringBuilder text = new StringBuilder();
        append(text, tree, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object node, int depth) {
        switch (node) {
            case Record it when it instanceof Comment || it instanceof Span -> {}
            case Source it -> {}
            case Record it -> {
                text.append(it.getClass().getSimpleName()).append('\n');
                for (RecordComponent component : it.getClass().getRecordComponents()) {
                    if (component.getType() != Span.class
                            && component.getType() != Source.class
                            && !component.getName().equals("comments")) {
                        text.append("  ".repeat(depth + 1))
                                .append(component.getName())
                                .append(": ");
                        append(text, value(it, component), depth + 1);
                    }
                }
            }
            case List<?> it -> {
                text.append(it.size()).append('\n');
                for (Object element : it) {
                    text.append("  ".repeat(depth + 1)).append("- ");
                    append(text, element, depth + 1);
                }
            }
            case null -> text.append("null\n");
            default -> text.append(node.toString().replace("\n", "\\n")).append('\n');
        }
    }

    private static @Nullable Object value(Record owner, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
