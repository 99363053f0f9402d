package dev.mig.model;

/** The function of a script that works on the rows of the database during a migration. */
public interface RowWork {
    /**
     * Does it, on the thread that calls. Whatever it throws fails the statement.
     *
     * @param rows the database, inside the revision's transaction
     */
    void run(Rows rows);
}
