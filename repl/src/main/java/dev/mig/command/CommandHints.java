package dev.mig.command;

import java.util.Map;
import java.util.Optional;

/** Commands of Alembic, Flyway and Liquibase, and their equivalents here. */
final class CommandHints {
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("baseline", "a database that has everything already: migrate stamp head"),
            Map.entry("changelog-sync", "a database that has everything already: migrate stamp head"),
            Map.entry("clean", "take everything back: migrate downgrade base"),
            Map.entry("diff-changelog", "write what is missing: migrate revision --autogenerate -m \"...\""),
            Map.entry("down", "one back: migrate downgrade -1"),
            Map.entry("drop-all", "take everything back: migrate downgrade base"),
            Map.entry("ensure_version", "the first migrate upgrade or migrate stamp makes the version table"),
            Map.entry("generate-changelog", "write down what is there: migrate dump"),
            Map.entry("info", "migrate status, or all revisions: migrate history"),
            Map.entry("list_templates", "there is one: migrate init --template js"),
            Map.entry("log", "migrate history"),
            Map.entry("migrate", "bring the database up to date: migrate upgrade"),
            Map.entry("repair", "migrate status says what to do: migrate accept, restore or resolve"),
            Map.entry("rollback", "one back: migrate downgrade -1"),
            Map.entry("undo", "one back: migrate downgrade -1"),
            Map.entry("up", "bring the database up to date: migrate upgrade"),
            Map.entry("update", "bring the database up to date: migrate upgrade"),
            Map.entry("update-sql", "migrate upgrade --sql"));

    private static final Map<String, String> OPTIONS = Map.of(
            "-i", "what is applied is marked without it",
            "--indicate-current", "what is applied is marked without it",
            "--tag", "what the revisions ask for is said with -x KEY=VALUE",
            "--version-path", "the file may be moved to any folder of [migrations] locations",
            "-V", "--version");

    private CommandHints() {}

    static Optional<String> command(String name) {
        return Optional.ofNullable(COMMANDS.get(name));
    }

    static Optional<String> option(String name) {
        return Optional.ofNullable(OPTIONS.get(name));
    }
}
