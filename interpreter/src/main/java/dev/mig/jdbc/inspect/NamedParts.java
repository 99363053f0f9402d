package dev.mig.jdbc.inspect;

import dev.mig.model.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Named parts being assembled, in order of first mention. */
final class NamedParts<T> {
    private final Map<Identifier, T> parts = new LinkedHashMap<>();
    private final Function<Identifier, T> begin;

    NamedParts(Function<Identifier, T> begin) {
        this.begin = begin;
    }

    T part(Identifier name) {
        return parts.computeIfAbsent(name, begin);
    }

    <R> List<R> each(Function<T, R> finish) {
        return parts.values().stream().map(finish).toList();
    }
}
