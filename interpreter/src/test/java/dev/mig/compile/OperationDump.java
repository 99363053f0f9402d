package dev.mig.compile;

import dev.mig.model.Identifier;
import dev.mig.model.Migration;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.RowFile;
import dev.mig.source.Source;
import dev.mig.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A migration as a text that people can compare: what is null, false or empty is left out, and places are. */
final class OperationDump {
    private final StringBuilder text = new StringBuilder();

    private OperationDump() {}

    static String of(Migration migration) {
        OperationDump dump = new OperationDump();
        dump.text.append("upgrade\n");
        migration.upgrade().forEach(dump::step);
        switch (migration.downgrade()) {
            case Migration.Back back -> {
                dump.text.append(back.derived() ? "downgrade, derived\n" : "downgrade\n");
                back.steps().forEach(dump::step);
            }
            case Migration.NoWayBack none ->
                dump.text
                        .append("no way back")
                        .append(none.reason() == null ? "" : ": " + none.reason())
                        .append('\n');
        }
        return dump.text.toString();
    }

    private void step(Migration.Step step) {
        text.append("  ").append(step.grade().name().toLowerCase(Locale.ROOT)).append(' ');
        value(step.operation(), "    ");
        text.append('\n');
    }

    private void value(@Nullable Object value, String indent) {
        switch (value) {
            case Identifier it -> text.append(it.quoted() ? '"' + it.text() + '"' : it.text());
            case QualifiedIdentifier it -> {
                if (it.schema() != null) {
                    value(it.schema(), indent);
                    text.append('.');
                }
                value(it.name(), indent);
            }
            case String it -> text.append('\'').append(it.replace("\n", "\\n")).append('\'');
            case Source it ->
                text.append(it.name())
                        .append(' ')
                        .append('\'')
                        .append(it.text().strip())
                        .append('\'');
            case RowFile it -> text.append(it.name());
            case Enum<?> it -> text.append(it.name().toLowerCase(Locale.ROOT));
            case List<?> it -> list(it, indent);
            case Record it -> fields(it, indent);
            case null -> text.append("null");
            default -> text.append(value);
        }
    }

    private void list(List<?> list, String indent) {
        boolean flat = list.stream()
                .allMatch(it -> it instanceof Identifier || it instanceof String || it instanceof QualifiedIdentifier);
        if (flat) {
            for (int at = 0; at < list.size(); at++) {
                text.append(at == 0 ? "" : ", ");
                value(list.get(at), indent);
            }
            return;
        }
        for (Object item : list) {
            text.append('\n').append(indent);
            if (item instanceof List<?> row) {
                text.append(row.stream().map(OperationDump::inline).collect(Collectors.joining(", ")));
            } else {
                value(item, indent + "  ");
            }
        }
    }

    private static String inline(@Nullable Object value) {
        OperationDump dump = new OperationDump();
        dump.value(value, "");
        return dump.text.toString();
    }

    private void fields(Record record, String indent) {
        text.append(record.getClass().getSimpleName());
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (RecordComponent component : components) {
            Object value = read(record, component);
            boolean dull = value == null
                    || value instanceof Span
                    || value.equals(false)
                    || value.equals(List.of())
                    || value.getClass().getSimpleName().equals("Unstated")
                    || value.getClass().getSimpleName().equals("Unsaid");
            if (!dull) {
                text.append(' ');
                if (components.length > 1) {
                    text.append(component.getName()).append('=');
                }
                boolean nested = value instanceof Record
                        && !(value instanceof Identifier)
                        && !(value instanceof QualifiedIdentifier);
                text.append(nested ? "(" : "");
                value(value, indent);
                text.append(nested ? ")" : "");
            }
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
