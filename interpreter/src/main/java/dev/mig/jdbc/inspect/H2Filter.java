package dev.mig.jdbc.inspect;

import dev.mig.model.Folding;
import java.util.Collections;
import java.util.List;

/** Restricts queries on H2's information schema: never its own views, and only some tables if asked. */
record H2Filter(List<String> tables) {
    static H2Filter of(Scope scope) {
        return new H2Filter(scope.only().stream()
                .map(it -> Folding.UPPER.key(it.name()))
                .distinct()
                .toList());
    }

    /** A condition on the columns {@code …_schema} and {@code …_name}. */
    String of(String kind) {
        return kind + "_schema <> 'INFORMATION_SCHEMA'"
                + (tables.isEmpty()
                        ? ""
                        : " and " + kind + "_name in (" + String.join(", ", Collections.nCopies(tables.size(), "?"))
                                + ")");
    }

    List<String> parameters() {
        return tables;
    }
}
