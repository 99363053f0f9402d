package dev.mig.compile;

import dev.mig.model.Migration;
import dev.mig.model.Operation;
import dev.mig.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;

/** Grades of operations that come from no file. */
public final class Grades {
    private Grades() {}

    /** @param before the schema that the first of them meets */
    public static List<Migration.Step> of(List<Operation> operations, SchemaModel before) {
        List<Draft.Entry> entries = new ArrayList<>();
        SchemaModel model = before;
        for (Operation operation : operations) {
            entries.add(new Draft.Entry(operation, model));
            model = model.apply(operation);
        }
        return Grading.of(entries, before).steps();
    }
}
