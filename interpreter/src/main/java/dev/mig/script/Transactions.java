package dev.mig.script;

/** How many revisions of a run share a transaction, on databases with transactional DDL. */
public enum Transactions {
    PER_REVISION,
    /** The run succeeds as a whole or leaves nothing behind. */
    ALL
}
