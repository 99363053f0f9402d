package dev.mig.compile;

import dev.mig.model.Operation;
import dev.mig.model.QualifiedIdentifier;
import dev.mig.model.SchemaModel;
import dev.mig.model.TableChange;
import dev.mig.source.Span;

/** Checks whether an operation makes sense in the schema it meets. */
interface OperationCheck {
    /** Ancestors are not checked again: they were checked when they were new. */
    OperationCheck NONE = new OperationCheck() {
        @Override
        public boolean ask(Operation operation, SchemaModel before) {
            return true;
        }

        @Override
        public void ask(QualifiedIdentifier altered, Span span, SchemaModel before) {}

        @Override
        public boolean ask(QualifiedIdentifier altered, TableChange change, SchemaModel before) {
            return true;
        }
    };

    /**
     * @param operation anything but an {@code alter table}
     * @return false if what it makes is there already: then it is better not taken as done
     */
    boolean ask(Operation operation, SchemaModel before);

    /** Checks the table of an {@code alter table}, before its changes. */
    void ask(QualifiedIdentifier altered, Span span, SchemaModel before);

    /** Checks one change of an {@code alter table}; false as above. */
    boolean ask(QualifiedIdentifier altered, TableChange change, SchemaModel before);
}
