// The words of a .mig body. The header lines before it are read by HeaderReader and never come here.
//
//  1 Keywords are tokens; the parser lets them be names again wherever only one reading is possible.
//  2 "(" enters PARENS, where line ends mean nothing; ")" leaves it.
//  3 Brackets of the second level and deeper are raw SQL: one RAW token, gathered with `more`, so that no nesting
//    costs recursion.
//  4 What is opened and never closed becomes one UNCLOSED token from its opening on; BodyLexer says what is to blame.
lexer grammar MigLexer;

options { caseInsensitive = true; }

channels { COMMENTS }

// UNREADABLE stands for a stretch that BodyLexer gave up on and has reported already.
tokens {
    IDENT, QUOTED, STRING, NUMBER, COMMA, NL, LPAREN, RPAREN, RAW, OP, DOT, MINUS, COMMENT_TEXT, UNCLOSED, UNREADABLE,
    ASC, DESC, NULLS, FIRST, LAST, START, INCREMENT, TRUE, FALSE, NULL, DEFAULT,
    CURRENT_TIMESTAMP, CURRENT_DATE, CURRENT_TIME
}

ACTION: 'action';
ADD: 'add';
AFTER: 'after';
ALTER: 'alter';
ALWAYS: 'always';
AS: 'as';
AUTO: 'auto';
BATCH: 'batch';
BEFORE: 'before';
BY: 'by';
CASCADE: 'cascade';
CHARACTER: 'character';
CHECK: 'check';
COLLATE: 'collate';
COLUMN: 'column';
COMMENT: 'comment';
CONCURRENTLY: 'concurrently';
CONSTRAINT: 'constraint';
CREATE: 'create';
B_CURRENT_DATE: 'current_date' -> type(CURRENT_DATE);
B_CURRENT_TIME: 'current_time' -> type(CURRENT_TIME);
B_CURRENT_TIMESTAMP: 'current_timestamp' -> type(CURRENT_TIMESTAMP);
B_DEFAULT: 'default' -> type(DEFAULT);
DEFERRABLE: 'deferrable';
DEFERRED: 'deferred';
DELETE: 'delete';
DOUBLE: 'double';
DOWNGRADE: 'downgrade';
DROP: 'drop';
ELSE: 'else';
ENUM: 'enum';
EXISTS: 'exists';
B_FALSE: 'false' -> type(FALSE);
FILE: 'file';
FOREIGN: 'foreign';
FROM: 'from';
GENERATED: 'generated';
IDENTITY: 'identity';
IF: 'if';
IMMEDIATE: 'immediate';
INCLUDE: 'include';
B_INCREMENT: 'increment' -> type(INCREMENT);
INDEX: 'index';
INITIALLY: 'initially';
INSERT: 'insert';
INTO: 'into';
KEY: 'key';
LOAD: 'load';
MATERIALIZED: 'materialized';
NATIVE: 'native';
NO: 'no';
NONE: 'none';
NOT: 'not';
NOTHING: 'nothing';
B_NULL: 'null' -> type(NULL);
OBJECT: 'object';
ON: 'on';
OPTIONS: 'options';
OR: 'or';
OUTSIDE: 'outside';
PAUSE: 'pause';
PRECISION: 'precision';
PRIMARY: 'primary';
REFERENCES: 'references';
REFRESH: 'refresh';
RENAME: 'rename';
REPLACE: 'replace';
REQUIRE: 'require';
RESTRICT: 'restrict';
REVERSE: 'reverse';
SCHEMA: 'schema';
SCRIPT: 'script';
SEQUENCE: 'sequence';
SET: 'set';
SKIP_: 'skip';
SQL: 'sql';
B_START: 'start' -> type(START);
STORED: 'stored';
TABLE: 'table';
TIME: 'time';
TIMESTAMP: 'timestamp';
TO: 'to';
TOUCHES: 'touches';
TRANSACTION: 'transaction';
B_TRUE: 'true' -> type(TRUE);
TYPE: 'type';
UNIQUE: 'unique';
UPDATE: 'update';
UPGRADE: 'upgrade';
USING: 'using';
VALID: 'valid';
VALIDATE: 'validate';
VALUE: 'value';
VALUES: 'values';
VARYING: 'varying';
VIEW: 'view';
VIRTUAL: 'virtual';
WHERE: 'where';
WITH: 'with';
WITHOUT: 'without';
ZONE: 'zone';

B_IDENT: [\p{L}_] [\p{L}\p{M}\p{N}_$]* -> type(IDENT);
// The last three quotes of a row close, so that """select "x"""" ends in a quoted name.
TRIPLE: '"""' .*? '"""' '"'*;
UNCLOSED_TRIPLE: '"""' (~'"' | '"' ~'"' | '""' ~'"')* ('"' '"'?)? -> type(UNCLOSED);
B_QUOTED: '"' (~["\n] | '""')+ '"' -> type(QUOTED);
B_UNCLOSED_QUOTED: '"' (~["\n] | '""')+ -> type(UNCLOSED);
B_STRING: '\'' (~'\'' | '\'\'')* '\'' -> type(STRING);
B_UNCLOSED_STRING: '\'' (~'\'' | '\'\'')* -> type(UNCLOSED);
B_NUMBER: [0-9]+ ('.' [0-9]+)? ('e' [+\-]? [0-9]+)? -> type(NUMBER);
B_MINUS: '-' -> type(MINUS);
LBRACE: '{';
RBRACE: '}';
SEMI: ';';
ARRAY: '[' [ \t]* ']';
EQ: '=';
B_COMMA: ',' -> type(COMMA);
B_DOT: '.' -> type(DOT);
B_LPAREN: '(' -> type(LPAREN), pushMode(PARENS);
B_RPAREN: ')' -> type(RPAREN);
B_NL: '\n' [ \t\f\r\n\u00A0]* -> type(NL);
B_BLANK: [ \t\f\r\u00A0]+ -> skip;
B_LINE_COMMENT: '--' ~'\n'* -> type(COMMENT_TEXT), channel(COMMENTS);
B_BLOCK_COMMENT: '/*' .*? '*/' -> type(COMMENT_TEXT), channel(COMMENTS);
B_UNCLOSED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'* -> type(UNCLOSED);
B_OTHER: . -> type(OP);

mode PARENS;

P_ASC: 'asc' -> type(ASC);
P_CURRENT_DATE: 'current_date' -> type(CURRENT_DATE);
P_CURRENT_TIME: 'current_time' -> type(CURRENT_TIME);
P_CURRENT_TIMESTAMP: 'current_timestamp' -> type(CURRENT_TIMESTAMP);
P_DEFAULT: 'default' -> type(DEFAULT);
P_DESC: 'desc' -> type(DESC);
P_FALSE: 'false' -> type(FALSE);
P_FIRST: 'first' -> type(FIRST);
P_INCREMENT: 'increment' -> type(INCREMENT);
P_LAST: 'last' -> type(LAST);
P_NULL: 'null' -> type(NULL);
P_NULLS: 'nulls' -> type(NULLS);
P_START: 'start' -> type(START);
P_TRUE: 'true' -> type(TRUE);

P_IDENT: [\p{L}_] [\p{L}\p{M}\p{N}_$]* -> type(IDENT);
P_QUOTED: '"' (~'"' | '""')+ '"' -> type(QUOTED);
P_BACKQUOTED: '`' ~'`'* '`' -> type(OP);
P_STRING: '\'' (~'\'' | '\'\'')* '\'' -> type(STRING);
P_UNCLOSED: ('\'' (~'\'' | '\'\'')* | '"' (~'"' | '""')* | '`' ~'`'* | '/*' (~'*' | '*'+ ~[*/])* '*'*) -> type(UNCLOSED);
P_NUMBER: [0-9]+ ('.' [0-9]+)? ('e' [+\-]? [0-9]+)? -> type(NUMBER);
P_MINUS: '-' -> type(MINUS);
P_COMMA: ',' -> type(COMMA);
P_DOT: '.' -> type(DOT);
P_LINE_COMMENT: '--' ~'\n'* -> type(COMMENT_TEXT), channel(COMMENTS);
P_BLOCK_COMMENT: '/*' .*? '*/' -> type(COMMENT_TEXT), channel(COMMENTS);
P_OPEN: '(' -> more, pushMode(RAW_FIRST);
P_CLOSE: ')' -> type(RPAREN), popMode;
P_BLANK: [ \t\f\r\n\u00A0]+ -> skip;
P_OTHER: . -> type(OP);

// The outermost raw bracket: its end ends the token.
mode RAW_FIRST;

RF_QUOTED: ('\'' (~'\'' | '\'\'')* '\'' | '"' (~'"' | '""')* '"' | '`' ~'`'* '`') -> more;
RF_COMMENT: ('--' ~'\n'* | '/*' .*? '*/') -> more;
RF_UNCLOSED: ('\'' (~'\'' | '\'\'')* | '"' (~'"' | '""')* | '`' ~'`'* | '/*' (~'*' | '*'+ ~[*/])* '*'*) -> type(UNCLOSED);
RF_OPEN: '(' -> more, pushMode(RAW_DEEPER);
RF_CLOSE: ')' -> type(RAW), popMode;
RF_TEXT: ~['"`()/\-]+ -> more;
RF_OTHER: . -> more;

// Every bracket inside it.
mode RAW_DEEPER;

RD_QUOTED: ('\'' (~'\'' | '\'\'')* '\'' | '"' (~'"' | '""')* '"' | '`' ~'`'* '`') -> more;
RD_COMMENT: ('--' ~'\n'* | '/*' .*? '*/') -> more;
RD_UNCLOSED: ('\'' (~'\'' | '\'\'')* | '"' (~'"' | '""')* | '`' ~'`'* | '/*' (~'*' | '*'+ ~[*/])* '*'*) -> type(UNCLOSED);
RD_OPEN: '(' -> more, pushMode(RAW_DEEPER);
RD_CLOSE: ')' -> more, popMode;
RD_TEXT: ~['"`()/\-]+ -> more;
RD_OTHER: . -> more;
