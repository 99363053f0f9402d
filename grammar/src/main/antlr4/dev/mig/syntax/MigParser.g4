// The body of a .mig file, the statements of a schema.mig, and what is typed at the shell's prompt.
//
// Every alternative bears the name of the tree record that it becomes. `NL*` stands exactly where a statement may go
// on in the next line. Which words may be names where is said once, at the end.
parser grammar MigParser;

options { tokenVocab = MigLexer; }

file: separator* UPGRADE NL* block separator* (downgrade separator*)? EOF;

statements: separator* (statement (separator+ statement)* separator*)? EOF;

downgrade
    : DOWNGRADE NL* block   # written
    | DOWNGRADE AUTO        # auto
    | DOWNGRADE NONE text?  # none
    ;

block: LBRACE separator* (statement (separator+ statement)* separator*)? RBRACE;

separator: NL | SEMI;

itemSeparator: NL | SEMI | COMMA;

statement
    : CREATE TABLE ifNotExists? tableName NL* items tableComment? tableOption*  # createTable
    | DROP TABLE ifExists? tableName CASCADE?                                   # dropTable
    | RENAME TABLE tableName TO newName                                         # renameTable
    | COMMENT NL* ON TABLE tableName (text | NULL)                              # commentOnTable
    | COMMENT NL* ON COLUMN columnPath (text | NULL)                            # commentOnColumn
    | ALTER TABLE tableName NL* (action | actions)                              # alterTable

    | CREATE UNIQUE? INDEX CONCURRENTLY? ifNotExists? indexName? NL* ON tableName (NL* USING method)?
        NL* indexElements (NL* INCLUDE columnList)? (NL* WHERE expression)?     # createIndex
    | DROP INDEX CONCURRENTLY? ifExists? indexPath (NL* ON tableName)?          # dropIndex
    | DROP INDEX CONCURRENTLY? ifExists? NL* ON tableName NL* indexElements     # dropIndex
    | RENAME INDEX qualifiedName (NL* ON tableName)? TO newName                 # renameIndex

    | CREATE TYPE qualifiedName AS ENUM LPAREN text (COMMA text)* RPAREN        # createEnum
    | ALTER TYPE qualifiedName ADD VALUE text ((BEFORE | AFTER) text)?          # addEnumValue
    | ALTER TYPE qualifiedName RENAME VALUE text TO text                        # renameEnumValue
    | DROP TYPE qualifiedName                                                   # dropType
    | CREATE SEQUENCE qualifiedName (START integer)? (INCREMENT integer)?       # createSequence
    | DROP SEQUENCE qualifiedName                                               # dropSequence
    | CREATE SCHEMA ifNotExists? name                                           # createSchema
    | DROP SCHEMA ifExists? name CASCADE?                                       # dropSchema
    | CREATE (OR REPLACE)? VIEW qualifiedName AS NL* sqlText                    # createView
    | DROP VIEW ifExists? qualifiedName                                         # dropView
    | CREATE MATERIALIZED VIEW qualifiedName AS NL* sqlText                     # createMaterializedView
    | REFRESH MATERIALIZED VIEW qualifiedName                                   # refreshMaterializedView
    | DROP MATERIALIZED VIEW ifExists? qualifiedName                            # dropMaterializedView
    | RENAME (VIEW | SEQUENCE | TYPE | SCHEMA) qualifiedName TO newName         # renameOther
    | CREATE (OR REPLACE)? OBJECT kind qualifiedName NL* sqlText
        (NL* REVERSE NL* sqlText)?                                              # createObject
    | DROP OBJECT kind qualifiedName (NL* sqlText)? (NL* REVERSE NL* sqlText)?  # dropObject

    | INSERT NL* INTO tableName NL* columnList insertRows reversal?             # insert
    | UPDATE tableName NL* SET NL* assignment (NL* COMMA NL* assignment)*
        (NL* WHERE expression)? batches? reversal?                              # update
    | DELETE FROM tableName (NL* WHERE expression)? batches? reversal?          # delete
    | LOAD text NL* INTO tableName columnList? reversal?                        # load

    | SQL NL* sqlBody touches? reversal?                                        # sql
    | SCRIPT scriptBody reversal?                                               # script

    | ON dialects NL* block (NL* ELSE NL* block)?                               # onDialect
    | OUTSIDE TRANSACTION NL* block                                             # outsideTransaction
    | REQUIRE expression (NL* ELSE text)?                                       # require
    ;

ifExists: IF EXISTS;

ifNotExists: IF NOT EXISTS;

// ---- tables

items: LBRACE itemSeparator* (item (itemSeparator+ item)* itemSeparator*)? RBRACE;

tableComment: NL* COMMENT text;

tableOption: NL* OPTIONS dialect text;

item
    : (CONSTRAINT constraintName)? constraintBody  # constraint
    | COLUMN columnName type columnOption*         # column
    | itemName type columnOption*                  # column
    ;

constraintBody
    : PRIMARY KEY columnList                       # primaryKey
    | UNIQUE columnList                            # unique
    | CHECK expression                             # check
    | FOREIGN KEY columnList NL* references        # foreignKey
    ;

references: REFERENCES tableName columnList? referenceOption*;

referenceOption
    : NL* ON DELETE referenceAction                        # onDelete
    | NL* ON UPDATE referenceAction                        # onUpdate
    | NL* DEFERRABLE (INITIALLY (DEFERRED | IMMEDIATE))?   # deferrable
    ;

referenceAction
    : CASCADE      # cascade
    | RESTRICT     # restrict
    | SET NULL     # setNull
    | SET DEFAULT  # setDefaultValue
    | NO ACTION    # noAction
    ;

columnOption
    : NOT NULL                                # notNull
    | PRIMARY KEY                             # columnPrimaryKey
    | UNIQUE                                  # columnUnique
    | CHECK expression                        # columnCheck
    | COMMENT text                            # columnComment
    | COLLATE QUOTED                          # collate
    | DEFAULT defaultValue                    # default
    | IDENTITY ALWAYS? identityOptions?       # identity
    | GENERATED expression (STORED | VIRTUAL)?  # generated
    | NL* references                          # columnReferences
    ;

identityOptions: LPAREN (START integer)? (INCREMENT integer)? RPAREN;

type
    : NATIVE (text | nativeChoices) ARRAY*                       # native
    | DOUBLE PRECISION ARRAY*                                    # doublePrecision
    | CHARACTER VARYING typeArguments? ARRAY*                    # characterVarying
    | (TIMESTAMP | TIME) typeArguments? (WITH | WITHOUT) TIME ZONE ARRAY*  # zoned
    | typeName typeArguments? ARRAY*                             # named
    ;

typeArguments: LPAREN NUMBER (COMMA NUMBER)? RPAREN;

nativeChoices: LBRACE itemSeparator* (nativeChoice itemSeparator*)+ (ELSE text itemSeparator*)? RBRACE;

nativeChoice: dialects text;

// ---- alter table

actions: LBRACE itemSeparator* (action (itemSeparator+ action)* itemSeparator*)? RBRACE;

action
    : ADD COLUMN columnName type columnOption*                          # addColumn
    | ADD itemName type columnOption*                                   # addColumn
    | DROP COLUMN ifExists? columnName reverseUsing?                    # dropColumn
    | DROP ifExists? itemName reverseUsing?                             # dropColumn
    | RENAME COLUMN columnName TO newName                               # renameColumn
    | RENAME itemName TO newName                                        # renameColumn
    | ALTER COLUMN columnName columnChange                              # alterColumn
    | ALTER itemName columnChange                                       # alterColumn
    | ADD (CONSTRAINT constraintName)? constraintBody (NOT VALID)?      # addConstraint
    | DROP CONSTRAINT ifExists? constraintName                          # dropConstraint
    | DROP PRIMARY KEY                                                  # dropPrimaryKey
    | DROP UNIQUE columnList                                            # dropUnique
    | DROP FOREIGN KEY columnList                                       # dropForeignKey
    | VALIDATE CONSTRAINT constraintName                                # validateConstraint
    | RENAME CONSTRAINT constraintName TO newName                       # renameConstraint
    | SET SCHEMA name                                                   # setSchema
    ;

columnChange
    : TYPE type (NL* USING expression)? reverseUsing?  # setType
    | SET NOT NULL                                     # setNotNull
    | DROP NOT NULL                                    # dropNotNull
    | SET DEFAULT defaultValue                         # setDefault
    | DROP DEFAULT                                     # dropDefault
    | SET COMMENT text                                 # setComment
    | DROP COMMENT                                     # dropComment
    | ADD IDENTITY                                     # addIdentity
    | DROP IDENTITY                                    # dropIdentity
    ;

reverseUsing: NL* REVERSE USING expression;

// ---- indexes

indexElements: LPAREN indexElement (COMMA indexElement)* RPAREN;

indexElement: indexKey operatorClass? (ASC | DESC)? (NULLS (FIRST | LAST))?;

indexKey
    : name               # columnKey
    | qualifiedName RAW  # callKey
    | RAW                # expressionKey
    ;

operatorClass: IDENT (DOT IDENT)*;

// ---- data

insertRows
    : NL* VALUES NL* row (NL* COMMA NL* row)*  # values
    | NL* sqlText                              # query
    ;

row: LPAREN rowValue (COMMA rowValue)* RPAREN;

rowValue
    : literal             # rowLiteral
    | DEFAULT             # rowDefault
    | qualifiedName RAW   # rowCall
    | RAW                 # rowExpression
    ;

assignment: columnName EQ assignedValue;

assignedValue
    : literal                      # assignedLiteral
    | DEFAULT                      # assignedDefault
    | qualifiedName callArguments  # assignedCall
    | expression                   # assignedExpression
    ;

defaultValue
    : literal                      # defaultLiteral
    | qualifiedName callArguments  # defaultCall
    | expression                   # defaultExpression
    ;

batches: (NL* BY columnName)? NL* BATCH NUMBER (NL* PAUSE text)?;

reversal
    : NL* REVERSE NL* NOTHING  # reverseNothing
    | NL* REVERSE NL* sqlBody  # reverseSql
    ;

// ---- raw SQL

sqlBody
    : sqlText                                                                      # oneSql
    | LBRACE itemSeparator* (dialectSql itemSeparator*)+ (ELSE SKIP_ itemSeparator*)? RBRACE  # sqlByDialect
    ;

dialectSql: dialects sqlText;

touches
    : NL* TOUCHES NOTHING                                             # touchesNothing
    | NL* TOUCHES LPAREN qualifiedName (COMMA qualifiedName)* RPAREN  # touchesTables
    | NL* TOUCHES NL* block                                           # touchesAs
    ;

scriptBody
    : NL* sqlText  # scriptText
    | FILE text    # scriptFile
    ;

sqlText: TRIPLE;

// ---- values

literal
    : text               # stringValue
    | MINUS? NUMBER      # numberValue
    | (TRUE | FALSE)     # booleanValue
    | NULL               # nullValue
    | CURRENT_TIMESTAMP  # currentTimestamp
    | CURRENT_DATE       # currentDate
    | CURRENT_TIME       # currentTime
    ;

integer: MINUS? NUMBER;

text: STRING;

// Flat, never recursive: the text is taken from the source between the two brackets.
expression: LPAREN ~(LPAREN | RPAREN | NL | LBRACE | RBRACE | SEMI | UNCLOSED | UNREADABLE)+ RPAREN;

callArguments: LPAREN ~(LPAREN | RPAREN | NL | LBRACE | RBRACE | SEMI | UNCLOSED | UNREADABLE)* RPAREN;

// ---- names

dialects: dialect (COMMA NL* dialect)*;

dialect: IDENT;

tableName: name (DOT name)*;

columnPath: name (DOT name)+;

qualifiedName: name (DOT name)*;

columnList: LPAREN name (COMMA name)* RPAREN;

columnName: name;

constraintName: name;

newName: name;

kind: name;

method: name;

indexPath: indexName (DOT name)*;

name: IDENT | QUOTED | keyword;

// The first word of an item or an action's column, where it must not read as the beginning of something else.
itemName: IDENT | QUOTED | freeKeyword | CONCURRENTLY;

// After `index`, where `concurrently`, `if` and `on` mean themselves.
indexName: IDENT | QUOTED | freeKeyword | CHECK | COLUMN | CONSTRAINT | DEFERRABLE | FOREIGN | PRIMARY | REFERENCES | UNIQUE;

// What a type may be called; a column option right after a column's name means that the type was forgotten.
typeName: (IDENT | QUOTED | typeKeyword) (DOT name)*;

keyword
    : freeKeyword
    | CHECK | COLUMN | CONCURRENTLY | CONSTRAINT | DEFERRABLE | FOREIGN | IF | ON | PRIMARY | REFERENCES | UNIQUE
    ;

freeKeyword
    : typeKeyword
    | COLLATE | COMMENT | DEFAULT | GENERATED | IDENTITY | NATIVE | NOT | NULL
    ;

typeKeyword
    : ACTION | ADD | AFTER | ALTER | ALWAYS | AS | ASC | AUTO | BATCH | BEFORE | BY | CASCADE | CHARACTER | CREATE
    | CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP | DEFERRED | DELETE | DESC | DOUBLE | DOWNGRADE | DROP | ELSE
    | ENUM | EXISTS | FALSE | FILE | FIRST | FROM | IMMEDIATE | INCLUDE | INCREMENT | INDEX | INITIALLY | INSERT | INTO
    | KEY | LAST | LOAD | MATERIALIZED | NO | NONE | NOTHING | NULLS | OBJECT | OPTIONS | OR | OUTSIDE | PAUSE
    | PRECISION | REFRESH | RENAME | REPLACE | REQUIRE | RESTRICT | REVERSE | SCHEMA | SCRIPT | SEQUENCE | SET | SKIP_
    | SQL | START | STORED | TABLE | TIME | TIMESTAMP | TO | TOUCHES | TRANSACTION | TRUE | TYPE | UPDATE | UPGRADE
    | USING | VALID | VALIDATE | VALUE | VALUES | VARYING | VIEW | VIRTUAL | WHERE | WITH | WITHOUT | ZONE
    ;
