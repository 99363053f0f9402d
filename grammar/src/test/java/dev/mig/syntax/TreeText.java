package dev.mig.syntax;

import dev.mig.source.Source;
import dev.mig.source.Span;
import dev.mig.syntax.tree.Header;
import dev.mig.syntax.tree.Name;
import dev.mig.syntax.tree.QualifiedName;
import dev.mig.syntax.tree.SqlText;
import dev.mig.syntax.tree.Text;
import dev.mig.syntax.tree.Value;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tree as people read it: names and strings as they are written, what is left out left out, and a record on one
 * line where it fits. Spans, sources and comments are not shown.
 */
final class TreeText {
    private static final int WIDTH = 100;

    private TreeText() {}

    static String of(Object tree) {
        StringBuilder text = new StringBuilder();
        append(text, "", tree, "");
        return text.toString();
    }

    private static void append(StringBuilder text, String indentation, @Nullable Object node, String label) {
        String line = indentation + label + inline(node);
        if (line.length() <= WIDTH || isLeaf(node)) {
            text.append(line).append('\n');
        } else if (node instanceof List<?> list) {
            text.append((indentation + label).stripTrailing()).append("\n");
            list.forEach(it -> append(text, indentation + "  ", it, ""));
        } else if (node instanceof Record tree) {
            text.append(indentation)
                    .append(label)
                    .append(tree.getClass().getSimpleName())
                    .append('\n');
            for (RecordComponent component : shown(tree)) {
                append(text, indentation + "  ", value(tree, component), component.getName() + ": ");
            }
        }
    }

    private static boolean isLeaf(@Nullable Object node) {
        return !(node instanceof List<?>) && !(node instanceof Record tree && leaf(tree) == null);
    }

    private static String inline(@Nullable Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(TreeText::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        if (!(node instanceof Record tree)) {
            return String.valueOf(node).replace("\n", "\\n");
        }
        String leaf = leaf(tree);
        if (leaf != null) {
            return leaf.replace("\n", "\\n");
        }
        String inside = shown(tree).stream()
                .map(it -> it.getName() + ": " + inline(value(tree, it)))
                .collect(Collectors.joining(", "));
        return tree.getClass().getSimpleName() + (inside.isEmpty() ? "" : "(" + inside + ")");
    }

    /** What stands for a small record; null for the others. */
    private static @Nullable String leaf(Record tree) {
        return switch (tree) {
            case Name it -> it.quoted() ? '"' + it.text() + '"' : it.text();
            case QualifiedName it -> it.parts().stream().map(TreeText::leaf).collect(Collectors.joining("."));
            case Text it -> "'" + it.value() + "'";
            case SqlText it -> "\"\"\"" + it.sql() + "\"\"\"";
            case Header.Ref it -> it.text();
            case Value.StringValue it -> "'" + it.value() + "'";
            case Value.NumberValue it -> it.written();
            case Value.BooleanValue it -> String.valueOf(it.value());
            case Value.NullValue it -> "null";
            case Value.DefaultValue it -> "default";
            case Value.WordValue it -> it.word().written();
            case Value.Expression it -> it.sql();
            default -> null;
        };
    }

    private static List<RecordComponent> shown(Record tree) {
        List<RecordComponent> shown = new ArrayList<>();
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
            Object value = component.getName().equals("comments") ? null : value(tree, component);
            boolean nothing = value == null
                    || value instanceof Span
                    || value instanceof Source
                    || Boolean.FALSE.equals(value)
                    || Integer.valueOf(0).equals(value)
                    || (value instanceof List<?> list && list.isEmpty())
                    || value.equals("");
            if (!nothing) {
                shown.add(component);
            }
        }
        return shown;
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
