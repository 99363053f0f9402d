package dev.mig.diff;

import dev.mig.model.Constraint;
import dev.mig.model.Folding;
import dev.mig.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders tables so that each follows those it refers to.
 *
 * @param tables in order
 * @param late the foreign keys, by the folded name of their table, that refer to one that comes later: those that close
 *     a cycle
 */
record TableOrder(List<Table> tables, Map<String, List<Constraint.ForeignKey>> late) {

    static TableOrder of(Collection<Table> tables, Folding folding) {
        Map<String, Table> waiting = new LinkedHashMap<>();
        tables.forEach(it -> waiting.put(folding.key(it.name()), it));
        List<Table> ordered = new ArrayList<>();
        Map<String, List<Constraint.ForeignKey>> late = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            Set<String> free = new HashSet<>();
            waiting.forEach((key, table) -> {
                if (table.foreignKeys().stream().noneMatch(it -> waitsFor(it, key, waiting, folding))) {
                    free.add(key);
                }
            });
            // In a cycle, start with the first by name.
            if (free.isEmpty()) {
                Map.Entry<String, Table> any = waiting.entrySet().iterator().next();
                String first = any.getKey();
                late.put(
                        first,
                        any.getValue().foreignKeys().stream()
                                .filter(it -> waitsFor(it, first, waiting, folding))
                                .toList());
                free.add(first);
            }
            waiting.forEach((key, table) -> {
                if (free.contains(key)) {
                    ordered.add(table);
                }
            });
            waiting.keySet().removeAll(free);
        }
        return new TableOrder(ordered, late);
    }

    private static boolean waitsFor(
            Constraint.ForeignKey key, String own, Map<String, Table> waiting, Folding folding) {
        String target = folding.key(key.target());
        return !target.equals(own) && waiting.containsKey(target);
    }

    boolean isLate(Table table, Constraint constraint, Folding folding) {
        return constraint instanceof Constraint.ForeignKey
                && late.getOrDefault(folding.key(table.name()), List.of()).stream()
                        .anyMatch(it -> folding.same(it.name(), constraint.name()));
    }
}
