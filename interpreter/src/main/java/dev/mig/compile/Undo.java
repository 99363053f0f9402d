package dev.mig.compile;

import dev.mig.model.Grade;
import dev.mig.model.Operation;
import java.util.List;

/** How an operation is reverted. */
sealed interface Undo {

    /**
     * By these operations, in this order.
     *
     * @param grade what the operation itself costs: lossy where the data that it takes does not come back
     */
    record By(List<Operation> operations, Grade grade) implements Undo {
        public By {
            operations = List.copyOf(operations);
        }

        static By nothing() {
            return new By(List.of(), Grade.REVERSIBLE);
        }

        static By reversible(Operation... operations) {
            return new By(List.of(operations), Grade.REVERSIBLE);
        }

        static By lossy(Operation... operations) {
            return new By(List.of(operations), Grade.LOSSY);
        }
    }

    /**
     * Not at all, unless the author says how.
     *
     * @param why a sentence, lower case first
     * @param wayOut what to write instead
     */
    record Never(String why, String wayOut) implements Undo {}
}
