package dev.mig.script;

/** A feature that some databases have and others lack, with its name as used in diagnostics. */
public enum Feature {
    COMMENT("comments"),
    INLINE_COLUMN_COMMENT("comments inside a column definition"),
    TABLE_OPTIONS("table options"),
    COLLATION("collations of single columns"),
    STORED_GENERATED("generated columns that are stored"),
    VIRTUAL_GENERATED("generated columns that are virtual"),
    GENERATED_STORAGE_WORD("words stored and virtual"),
    GENERATED_STORAGE_REQUIRED("generated columns that leave open how they are kept"),
    ENUM_ARRAY("arrays of an enum type"),
    DEFERRABLE("deferrable constraints"),
    NOT_VALID("constraints that are not valid"),
    SET_SCHEMA("way to move a table to another schema"),
    CONCURRENT_INDEX("indexes built concurrently"),
    INDEX_METHOD("index methods"),
    INDEX_KIND("fulltext and spatial indexes"),
    INDEX_PREFIX("keys over the first characters of a text"),
    INDEX_INCLUDE("included index columns"),
    UNIQUE_INDEX_INCLUDE("included columns of a unique index"),
    PARTIAL_INDEX("partial indexes"),
    EXPRESSION_INDEX("indexes over expressions"),
    OPERATOR_CLASS("operator classes"),
    INDEX_NULLS("order of nulls in an index"),
    RENAME_SEQUENCE("way to rename a sequence"),
    ANONYMOUS_BLOCK("blocks of code that catch an error"),
    MATERIALIZED_VIEW("materialized views"),
    SEQUENCE("sequences"),
    GENERATED_NOT_NULL("generated columns that are not null"),
    UNIQUE_TEXT("unique keys over whole texts"),
    PLAIN_TEXT_DEFAULT("defaults of texts that are no expressions"),
    INDEX_IF_NOT_EXISTS("\"if not exists\" for indexes"),
    TABLE_WITHOUT_KEY("tables without a primary key"),
    VIEWS_FOLLOW("views that follow what they read when it gets another name"),
    RENAME_FOLLOWED("checks and generated columns that follow a renamed column"),
    /** A bound decimal remains text there, whereas a literal does not. */
    FLOATING_DECIMALS("decimals that are numbers with a floating point"),
    PART_IF_EXISTS("\"if exists\" for what a table is made of"),
    ANY_LENGTH("texts that are longer than their type says"),
    /** There, the type of a column is only a name: dates are text, booleans are numbers. */
    TYPELESS_VALUES("values of any type in any column"),
    ONE_RESULT_AT_A_TIME("connections that send the rest of a result before they take another statement"),
    ENDED_BY_REFUSAL("transactions that are over with the first statement that is refused");

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
