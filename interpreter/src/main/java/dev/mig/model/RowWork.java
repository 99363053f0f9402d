package dev.mig.model;

/** What a script does with the rows of the database while its revision runs. */
public interface RowWork {
    /**
     * Does it, on the thread that calls. Whatever it throws fails the statement.
     *
     * @param rows the database, inside the revision's transaction
     */
    void run(Rows rows);
}
