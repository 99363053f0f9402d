package dev.mig.source;

import java.util.Locale;
import java.util.Optional;

/**
 * All kinds of diagnostics, with their stable numbers and exit codes.
 *
 * <p>001–099 the text of a file, 100–199 what it means, 200–299 the graph and the words that name revisions, 300–399
 * configuration and files, 400–499 the database, 500–599 consent and the command line, 600–699 what is risky although
 * it is right. What {@code migrate explain} says of a code stands in the resource {@code explain/MIG-nnn.md} beside
 * this class. A number is never used again.
 */
public enum Code {
    /** The parser found something that is not allowed here. */
    SYNTAX(1, Exit.MIGRATIONS),
    UNCLOSED(2, Exit.MIGRATIONS),
    MISSPELLED(3, Exit.MIGRATIONS),
    NOT_SEPARATED(4, Exit.MIGRATIONS),
    ENCODING(5, Exit.MIGRATIONS),
    TOO_LARGE(6, Exit.MIGRATIONS),
    TOO_DEEP(7, Exit.MIGRATIONS),
    /** Not a problem of its own: the number of further ones. */
    MORE(8, Exit.MIGRATIONS),
    UNOPENED(9, Exit.MIGRATIONS),

    HEADER_WORD(10, Exit.MIGRATIONS),
    REVISION_MISSING(11, Exit.MIGRATIONS),
    REVISION_ID(12, Exit.MIGRATIONS),
    TIMESTAMP(13, Exit.MIGRATIONS),
    DURATION(14, Exit.MIGRATIONS),
    HEADER_TWICE(15, Exit.MIGRATIONS),
    HEADER_LINE(16, Exit.MIGRATIONS),

    OPTION_TWICE(20, Exit.MIGRATIONS),
    SCHEMA_STATEMENT(22, Exit.MIGRATIONS),
    NUMBER(24, Exit.MIGRATIONS),

    // SQL syntax with a different equivalent in this language.
    TABLE_BRACKETS(30, Exit.MIGRATIONS),
    BARE_CONDITION(31, Exit.MIGRATIONS),
    SERIAL(32, Exit.MIGRATIONS),
    AUTO_INCREMENT(33, Exit.MIGRATIONS),
    ALTER_TABLE_RENAME(34, Exit.MIGRATIONS),
    ALTER_TYPE_RENAME(35, Exit.MIGRATIONS),
    COLUMN_IF_NOT_EXISTS(36, Exit.MIGRATIONS),
    BARE_VALUE(37, Exit.MIGRATIONS),
    BACKQUOTE(38, Exit.MIGRATIONS),
    TABLE_OPTIONS(39, Exit.MIGRATIONS),
    MODIFY_COLUMN(40, Exit.MIGRATIONS),
    INSERT_WITHOUT_COLUMNS(41, Exit.MIGRATIONS),
    IF_EXISTS(42, Exit.MIGRATIONS),
    NULL_OPTION(43, Exit.MIGRATIONS),
    INLINE_ENUM(44, Exit.MIGRATIONS),
    PLAIN_SQL(45, Exit.MIGRATIONS),
    BARE_VARIABLE(46, Exit.MIGRATIONS),
    DOUBLE_QUOTES(47, Exit.MIGRATIONS),
    ALTER_COLUMN_TYPE(48, Exit.MIGRATIONS),
    INLINE_INDEX(49, Exit.MIGRATIONS),
    FOREIGN_TYPE(50, Exit.MIGRATIONS),
    COLUMN_WORD(51, Exit.MIGRATIONS),
    GENERATED_AS(52, Exit.MIGRATIONS),
    SEQUENCE_WORDS(53, Exit.MIGRATIONS),

    /** The comment lines that divide a {@code .sql} revision. */
    SQL_SECTION(54, Exit.MIGRATIONS),

    TABLE_UNKNOWN(101, Exit.MIGRATIONS),
    TABLE_TAKEN(102, Exit.MIGRATIONS),
    COLUMN_TAKEN(103, Exit.MIGRATIONS),
    COLUMN_UNKNOWN(104, Exit.MIGRATIONS),
    CONSTRAINT_UNKNOWN(105, Exit.MIGRATIONS),
    CONSTRAINT_TAKEN(106, Exit.MIGRATIONS),
    INDEX_UNKNOWN(107, Exit.MIGRATIONS),
    INDEX_TAKEN(108, Exit.MIGRATIONS),
    TYPE_UNKNOWN(109, Exit.MIGRATIONS),
    TYPE_ARGUMENTS(110, Exit.MIGRATIONS),
    /** A view, sequence, type, schema or object, or a value of a type. */
    NAME_UNKNOWN(111, Exit.MIGRATIONS),
    NAME_TAKEN(112, Exit.MIGRATIONS),
    NAME_MALFORMED(113, Exit.MIGRATIONS),
    VARIABLE_UNKNOWN(114, Exit.MIGRATIONS),
    DATABASE_UNKNOWN(115, Exit.MIGRATIONS),
    /** Alternatives by database, with none for the target. */
    DATABASE_UNSERVED(116, Exit.MIGRATIONS),
    PRIMARY_KEY_TWICE(118, Exit.MIGRATIONS),
    OPTIONS_CLASH(119, Exit.MIGRATIONS),
    FOREIGN_KEY_MISMATCH(120, Exit.MIGRATIONS),
    STILL_NEEDED(121, Exit.MIGRATIONS),
    NOT_KNOWN_HERE(122, Exit.MIGRATIONS),
    IRREVERSIBLE(123, Exit.MIGRATIONS),
    VALUE_MISPLACED(124, Exit.MIGRATIONS),
    FORMAT_NOT_RUN(125, Exit.MIGRATIONS),
    TABLE_OUTSIDE(126, Exit.MIGRATIONS),
    /** A literal that no database accepts for the type of its column. */
    VALUE_UNFIT(127, Exit.MIGRATIONS),
    /** A script with a syntax error. */
    SCRIPT_SYNTAX(130, Exit.MIGRATIONS),
    /** A script threw an error. */
    SCRIPT_FAILED(131, Exit.MIGRATIONS),
    /** A script exceeded its limit of time, memory, stack or output. */
    SCRIPT_LIMIT(132, Exit.MIGRATIONS),
    /** A script called an unknown method, or used wrong arguments. */
    SCRIPT_CALL(133, Exit.MIGRATIONS),
    /** A script without an upgrade, or with an invalid downgrade. */
    SCRIPT_EXPORTS(134, Exit.MIGRATIONS),
    /** A script waits for something that can never happen. */
    SCRIPT_PENDING(135, Exit.MIGRATIONS),
    /** A script behaved differently when it was run than when it was read. */
    SCRIPT_UNSTEADY(136, Exit.MIGRATIONS),
    /** The database lacks a feature, and leaving it out would change the meaning. */
    DATABASE_LACKS(170, Exit.MIGRATIONS),
    TYPE_LACKING(171, Exit.MIGRATIONS),
    NAME_TOO_LONG(172, Exit.MIGRATIONS),
    /** Generating the SQL needs something the replayed schema does not know. */
    NEEDS_SCHEMA(173, Exit.MIGRATIONS),
    NO_WAY_BACK(174, Exit.MIGRATIONS),
    SCRIPT_UNCLOSED(175, Exit.MIGRATIONS),
    /** Batches need a key to order by. */
    BATCH_KEY(176, Exit.MIGRATIONS),
    /** The database lacks a feature, and nothing is lost without it. */
    LEFT_OUT(177, Exit.MIGRATIONS),
    /** Not exactly one SQL statement where one is expected. */
    ONE_STATEMENT(178, Exit.MIGRATIONS),
    /** A client command, or a statement that would end the run's transaction. */
    NOT_FOR_A_RUN(179, Exit.MIGRATIONS),
    /** The whole run is to be one transaction, and something cannot be part of one. */
    NOT_ONE_TRANSACTION(180, Exit.MIGRATIONS),
    /** Only a run can do it; offline SQL leaves it out. */
    NOT_IN_SQL(185, Exit.MIGRATIONS),
    REVISION_TWICE(201, Exit.MIGRATIONS),
    /** A parent or dependency without a file. */
    REVISION_UNKNOWN(202, Exit.MIGRATIONS),
    REVISION_CYCLE(203, Exit.MIGRATIONS),
    REVISION_OWN_PARENT(204, Exit.MIGRATIONS),
    LABEL_TWICE(205, Exit.MIGRATIONS),
    LABEL_IS_ID(206, Exit.MIGRATIONS),
    /** A malformed target. */
    TARGET_WORD(220, Exit.USAGE),
    TARGET_UNKNOWN(221, Exit.USAGE),
    TARGET_AMBIGUOUS(222, Exit.USAGE),
    TARGET_OFF_BRANCH(223, Exit.USAGE),
    TARGET_TOO_FAR(224, Exit.USAGE),
    TARGET_DIRECTION(225, Exit.USAGE),
    TARGET_NOT_APPLIED(226, Exit.USAGE),
    TARGET_LEAVES_BRANCH(227, Exit.USAGE),
    /** A target that names none or several revisions where one is required. */
    TARGET_NOT_ONE(228, Exit.USAGE),
    /** The ends of a range are not above each other. */
    RANGE_UNRELATED(229, Exit.USAGE),
    /** Several heads are possible parents of a new revision. */
    NEW_REVISION_HEADS(230, Exit.USAGE),
    /** A new revision would create a fork without {@code --splice}. */
    NEW_REVISION_FORKS(231, Exit.USAGE),
    NEW_REVISION_PARENTS(232, Exit.USAGE),
    /** The id or label of a new revision is taken or invalid. */
    NEW_REVISION_NAME(233, Exit.USAGE),
    /** The version table names a revision without a file. */
    ROW_UNKNOWN(240, Exit.HISTORY),
    /** {@code migrate.toml} is not valid TOML. */
    CONFIGURATION_SYNTAX(301, Exit.USAGE),
    CONFIGURATION_KEY_UNKNOWN(302, Exit.USAGE),
    CONFIGURATION_VALUE(303, Exit.USAGE),
    ENVIRONMENT_UNKNOWN(304, Exit.USAGE),
    DOTENV_SYNTAX(305, Exit.USAGE),
    /** The configured source of the password has none. */
    PASSWORD_MISSING(306, Exit.CONNECTION),
    FOLDER_MISSING(310, Exit.USAGE),
    FILE_UNREADABLE(311, Exit.MIGRATIONS),
    FILE_EXISTS(312, Exit.USAGE),
    FILE_UNWRITABLE(313, Exit.USAGE),
    /** A problem with a file that a migration names. */
    SIDE_FILE_MISSING(314, Exit.MIGRATIONS),
    SIDE_FILE_OUTSIDE(315, Exit.MIGRATIONS),
    /** No file describes the wanted schema. */
    SCHEMA_MISSING(316, Exit.USAGE),
    /** The class path for JPA entities does not exist. */
    CLASS_PATH_MISSING(320, Exit.USAGE),
    /** A configured package without JPA entities. */
    ENTITIES_MISSING(321, Exit.USAGE),
    /** Hibernate, or a part of it, is missing from the class path of the entities. */
    HIBERNATE_MISSING(322, Exit.USAGE),
    /** An entity class cannot be loaded. */
    ENTITY_UNLOADABLE(323, Exit.MIGRATIONS),
    /** Hibernate rejects the entities. */
    MAPPING_WRONG(324, Exit.MIGRATIONS),
    CANNOT_CONNECT(401, Exit.CONNECTION),
    DRIVER_MISSING(402, Exit.CONNECTION),
    /** Another process has opened the file of an embedded database. */
    DATABASE_IN_USE(403, Exit.LOCKED),
    RUN_LOCKED(404, Exit.LOCKED),
    STATEMENT_FAILED(410, Exit.DATABASE),
    REQUIRE_FAILED(411, Exit.DATABASE),
    /** A file of rows is unreadable, or does not fit its table. */
    LOAD_FAILED(412, Exit.DATABASE),
    /** The database failed while this program was reading it or writing its own tables. */
    DATABASE_FAILED(413, Exit.DATABASE),
    /** Dangling foreign key references after a rebuild. */
    FOREIGN_KEYS_BROKEN(414, Exit.DATABASE),
    /** A script's {@code op.run} function threw an error. */
    WORK_FAILED(415, Exit.DATABASE),
    HALF_APPLIED(420, Exit.HISTORY),
    /** A statement was started, and whether it finished is unknown. */
    IN_DOUBT(421, Exit.HISTORY),
    EDITED_AFTER_APPLIED(422, Exit.HISTORY),
    /** An id that does not fit into the version table. */
    VERSION_TOO_NARROW(423, Exit.HISTORY),
    /** The version table is not as the plan, or the run itself, left it. */
    VERSION_ROWS_CHANGED(424, Exit.LOCKED),
    /** An applied revision has no file any more; the journal has its text. */
    FILE_LOST(425, Exit.HISTORY),
    /** The configured version table is missing, but Alembic's exists. */
    VERSION_TABLE_ELSEWHERE(426, Exit.HISTORY),
    /** Autogenerate needs a database that is up to date. */
    DATABASE_BEHIND(430, Exit.DIFFERENCE),
    /** The database could not be asked how it would describe a schema. */
    SCHEMA_UNTRIED(431, Exit.OK),
    /** No scratch database is available for tests. */
    SCRATCH_REFUSED(432, Exit.CONNECTION),
    /** A move that could not be taken back, so it is not tried. */
    NOT_TRIED(433, Exit.USAGE),
    COMMAND_UNKNOWN(501, Exit.USAGE),
    OPTION_UNKNOWN(502, Exit.USAGE),
    /** Invalid command-line arguments. */
    WRONG_WORDS(503, Exit.USAGE),
    /** The editor could not be started, or failed. */
    EDITOR_FAILED(504, Exit.USAGE),
    /** A required confirmation was declined or impossible. */
    NOT_CONFIRMED(510, Exit.REFUSED),
    INTERRUPTED(520, Exit.INTERRUPTED),
    /** An unexpected exception: a bug of this program. */
    BUG(599, Exit.DATABASE),

    // Lint findings: valid, but risky for a table in use.
    NOT_NULL_WITHOUT_DEFAULT(601, Exit.MIGRATIONS),
    TYPE_REWRITES(602, Exit.MIGRATIONS),
    INDEX_BLOCKS(603, Exit.MIGRATIONS),
    FOREIGN_KEY_BLOCKS(604, Exit.MIGRATIONS),
    CHECK_BLOCKS(605, Exit.MIGRATIONS),
    NOT_NULL_SCANS(606, Exit.MIGRATIONS),
    KEY_BLOCKS(607, Exit.MIGRATIONS),
    COLUMN_DROPPED(608, Exit.MIGRATIONS),
    TABLE_DROPPED(609, Exit.MIGRATIONS),
    RENAMED_IN_USE(610, Exit.MIGRATIONS),
    DOWNGRADE_MISSING(611, Exit.MIGRATIONS),
    RENAME_UNANSWERED(612, Exit.MIGRATIONS),
    TYPE_NARROWS(613, Exit.MIGRATIONS),
    COLUMN_REWRITES(614, Exit.MIGRATIONS),
    INDEX_DROP_BLOCKS(615, Exit.MIGRATIONS),
    VALIDATED_TOGETHER(616, Exit.MIGRATIONS),
    ROWS_AT_ONCE(617, Exit.MIGRATIONS),
    KEY_RUNS_OUT(618, Exit.MIGRATIONS),
    ALLOWANCE_UNREAD(619, Exit.MIGRATIONS),
    NULLS_LET_IN(620, Exit.MIGRATIONS),
    RAW_SQL_RISKS(621, Exit.MIGRATIONS),
    TRANSACTION_IN_SQL(622, Exit.MIGRATIONS);

    private final int number;
    private final Exit exit;

    Code(int number, Exit exit) {
        this.number = number;
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }

    /** As people read and type it: {@code MIG-104}. */
    public String id() {
        return String.format(Locale.ROOT, "MIG-%03d", number);
    }

    /** The code for {@code MIG-104}, {@code mig-104} or {@code 104}. */
    public static Optional<Code> named(String word) {
        String digits = word.toUpperCase(Locale.ROOT).replaceFirst("^MIG-?", "");
        for (Code code : values()) {
            if (digits.matches("[0-9]{1,4}") && code.number == Integer.parseInt(digits)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
