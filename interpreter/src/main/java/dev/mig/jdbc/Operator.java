package dev.mig.jdbc;

/**
 * Who runs this program, where, and in which version: for the journal and for those who wait.
 *
 * @param process its id on that host
 */
public record Operator(String osUser, String host, long process, String tool) {}
