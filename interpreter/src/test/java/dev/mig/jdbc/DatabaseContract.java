package dev.mig.jdbc;

import org.junit.jupiter.api.Nested;

/** What every database must do for the same revisions. A real database is one subclass that says how to reach it. */
abstract class DatabaseContract {
    /** The same one for all tests of a class. */
    abstract TestDatabase database();

    @Nested
    class Statements extends StatementsContract {
        Statements() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Names extends NamesContract {
        Names() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Supporting extends SupportContract {
        Supporting() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Running extends RunningContract {
        Running() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Failing extends FailingContract {
        Failing() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Rows extends RowsContract {
        Rows() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Work extends WorkContract {
        Work() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Inspecting extends InspectionContract {
        Inspecting() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Alembic extends AlembicContract {
        Alembic() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class SingleTransaction extends SingleTransactionContract {
        SingleTransaction() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Comparing extends ComparingContract {
        Comparing() {
            super(DatabaseContract.this.database());
        }
    }

    @Nested
    class Examples extends ExamplesContract {
        Examples() {
            super(DatabaseContract.this.database());
        }
    }
}
