package dev.mig.model;

import dev.mig.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** All objects of one kind in a schema, by folded name. Persistent. */
final class NamedObjects<T> {
    private enum State {
        KNOWN,
        ABSENT,
        UNKNOWN,
        OUTSIDE
    }

    /** @param value null unless known */
    private record Slot<T>(State state, @Nullable T value, int since, Span because) {}

    private final PMap<String, Slot<T>> slots;

    private NamedObjects(PMap<String, Slot<T>> slots) {
        this.slots = slots;
    }

    static <T> NamedObjects<T> empty() {
        return new NamedObjects<>(HashTreePMap.empty());
    }

    NamedObjects<T> known(String key, T value, int now) {
        return new NamedObjects<>(slots.plus(key, new Slot<>(State.KNOWN, value, now, Span.none())));
    }

    NamedObjects<T> absent(String key, int now, Span because) {
        return new NamedObjects<>(slots.plus(key, new Slot<>(State.ABSENT, null, now, because)));
    }

    NamedObjects<T> unknown(String key, int now, Span because) {
        return new NamedObjects<>(slots.plus(key, new Slot<>(State.UNKNOWN, null, now, because)));
    }

    /**
     * One thing under another name, in the state it was in; the old name is gone.
     *
     * @param value what it is now, where it is known
     */
    NamedObjects<T> moved(String from, String to, Lookup<T> was, @Nullable T value, int now, Span because) {
        Slot<T> slot = switch (was) {
            case Lookup.Known<T> it -> new Slot<>(State.KNOWN, value, now, because);
            case Lookup.Absent<T> it -> new Slot<>(State.ABSENT, null, now, it.since());
            case Lookup.Unknown<T> it -> new Slot<>(State.UNKNOWN, null, now, it.because());
            case Lookup.Outside<T> it -> new Slot<>(State.OUTSIDE, null, now, because);
        };
        return absent(from, now, because).with(to, slot);
    }

    private NamedObjects<T> with(String key, Slot<T> slot) {
        return new NamedObjects<>(slots.plus(key, slot));
    }

    /** @param mention the last raw text that names the thing, null where none does */
    Lookup<T> lookup(String key, @Nullable Mention mention) {
        Slot<T> slot = slots.get(key);
        if (mention != null && (slot == null || slot.since() < mention.since())) {
            return new Lookup.Unknown<>(mention.because());
        }
        if (slot == null) {
            return new Lookup.Outside<>();
        }
        return switch (slot.state()) {
            case KNOWN -> new Lookup.Known<>(Objects.requireNonNull(slot.value()));
            case ABSENT -> new Lookup.Absent<>(slot.because());
            case UNKNOWN -> new Lookup.Unknown<>(slot.because());
            case OUTSIDE -> new Lookup.Outside<>();
        };
    }

    /** Everything that is known, ordered by key. */
    List<T> known(Function<String, @Nullable Mention> mentions) {
        return slots.keySet().stream()
                .sorted()
                .flatMap(key -> lookup(key, mentions.apply(key)).known().stream())
                .toList();
    }

    /** When raw text named something. */
    record Mention(int since, Span because) {}
}
