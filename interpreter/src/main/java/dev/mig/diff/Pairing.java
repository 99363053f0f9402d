package dev.mig.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which constraints or indexes of a table are dropped, created, or merely renamed.
 *
 * @param going those that are not wanted as they are
 * @param coming those that are not there as they are wanted
 * @param renamed by what is there, what it is to be called; they demand the same
 */
record Pairing<T>(List<T> going, List<T> coming, Map<T, T> renamed) {

    /**
     * @param name equal for two that are called the same
     * @param body equal for two that demand the same
     */
    static <T> Pairing<T> of(List<T> there, List<T> wanted, Function<T, String> name, Function<T, Object> body) {
        List<T> going = new ArrayList<>(there);
        List<T> coming = new ArrayList<>(wanted);
        for (T it : there) {
            wanted.stream()
                    .filter(other -> name.apply(other).equals(name.apply(it))
                            && body.apply(other).equals(body.apply(it)))
                    .findFirst()
                    .ifPresent(other -> {
                        going.remove(it);
                        coming.remove(other);
                    });
        }
        Map<T, T> renamed = new LinkedHashMap<>();
        for (T it : List.copyOf(going)) {
            coming.stream()
                    .filter(other -> body.apply(other).equals(body.apply(it)))
                    .filter(other ->
                            there.stream().noneMatch(each -> name.apply(each).equals(name.apply(other))))
                    .findFirst()
                    .ifPresent(other -> {
                        going.remove(it);
                        coming.remove(other);
                        renamed.put(it, other);
                    });
        }
        return new Pairing<>(going, coming, renamed);
    }
}
