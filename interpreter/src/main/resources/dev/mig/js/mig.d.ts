// Types of the objects passed to revisions and env.js, for completion in editors. Mig itself never reads this file.
// Names are written as in SQL: 'users', 'shop.orders', and '"Order Details"' for an exact name.

/** A value of a column. `op.expression('…')` is SQL. */
type Value = string | number | bigint | boolean | null | Date | Special
/** A value other than a literal, from `op.now()`, `op.expression('…')` and the like. */
interface Special { readonly special: unique symbol }
/** One name, or several. */
type Names = string | string[]
/** SQL for all databases, or one text per database; `else: 'skip'` skips the others. */
type Sql = string | { [database: string]: string; else?: 'skip' }
/** How a change is reverted: SQL, or 'nothing' if there is nothing to revert. */
interface Reversible { reverse?: Sql | 'nothing' }
/** A type of the language: 'bigint', 'varchar(200)', 'decimal(12,2)', 'timestamptz', 'text[]', "native 'citext'". */
type ColumnType = string
type ReferenceAction = 'cascade' | 'restrict' | 'set null' | 'set default' | 'no action'

interface References {
  onDelete?: ReferenceAction
  onUpdate?: ReferenceAction
  deferrable?: boolean | 'initially deferred' | 'initially immediate'
}

/** A column being defined; every method returns it. */
interface Column {
  notNull(): Column
  primaryKey(): Column
  unique(): Column
  check(condition: string): Column
  comment(text: string): Column
  collate(collation: string): Column
  default(value: Value): Column
  identity(options?: { always?: boolean; start?: number | bigint; increment?: number | bigint }): Column
  generated(sql: string, storage?: 'stored' | 'virtual'): Column
  references(table: string, options?: References): Column
  references(table: string, columns: Names, options?: References): Column
}

/** The table of `createTable`. */
interface NewTable {
  column(name: string, type: ColumnType): Column
  primaryKey(columns: Names, options?: { name?: string }): void
  unique(columns: Names, options?: { name?: string }): void
  check(condition: string, options?: { name?: string }): void
  foreignKey(columns: Names, table: string, options?: References & { name?: string }): void
  foreignKey(columns: Names, table: string, targets: Names, options?: References & { name?: string }): void
}

/** The column of `alterColumn`; every call is a change of its own. */
interface ColumnChange {
  type(type: ColumnType, options?: { using?: string; reverseUsing?: string }): ColumnChange
  setNotNull(): ColumnChange
  dropNotNull(): ColumnChange
  setDefault(value: Value): ColumnChange
  dropDefault(): ColumnChange
  setComment(text: string): ColumnChange
  dropComment(): ColumnChange
  addIdentity(): ColumnChange
  dropIdentity(): ColumnChange
}

interface NewConstraint { name?: string; notValid?: boolean }

/** The table of `alterTable`; changes are applied in order. */
interface Table {
  addColumn(name: string, type: ColumnType): Column
  dropColumn(name: string, options?: { ifExists?: boolean; reverseUsing?: string }): void
  renameColumn(name: string, to: string): void
  alterColumn(name: string): ColumnChange
  addPrimaryKey(columns: Names, options?: NewConstraint): void
  addUnique(columns: Names, options?: NewConstraint): void
  addCheck(condition: string, options?: NewConstraint): void
  addForeignKey(columns: Names, table: string, options?: References & NewConstraint): void
  addForeignKey(columns: Names, table: string, targets: Names, options?: References & NewConstraint): void
  dropConstraint(name: string, options?: { ifExists?: boolean }): void
  dropPrimaryKey(): void
  dropUnique(columns: Names): void
  dropForeignKey(columns: Names): void
  validateConstraint(name: string): void
  renameConstraint(name: string, to: string): void
  setSchema(schema: string): void
}

type IndexKey =
  | string
  | { column: string; order?: 'asc' | 'desc'; nulls?: 'first' | 'last'; operatorClass?: string }
  | { expression: string; order?: 'asc' | 'desc'; nulls?: 'first' | 'last'; operatorClass?: string }

interface Rows extends Reversible {
  /** A condition in SQL; all rows if omitted. */
  where?: string
  /** The number of rows per batch; each batch commits separately. */
  batch?: number
  /** The column that orders the batches; the primary key if omitted. */
  by?: string
  /** The pause between two batches: '50ms'. */
  pause?: string
}

type Row = { [column: string]: Value }

/** The object passed to `upgrade(op)` and `downgrade(op)`. Each method records a statement of the language, which runs later. */
interface Op {
  createTable(name: string, columns: (t: NewTable) => void, options?: { ifNotExists?: boolean; comment?: string; options?: { [database: string]: string } }): void
  dropTable(name: string, options?: { ifExists?: boolean; cascade?: boolean }): void
  renameTable(name: string, to: string): void
  alterTable(name: string, changes: (t: Table) => void): void
  /** null removes the comment. */
  commentOnTable(table: string, text: string | null): void
  /** @param column qualified with its table: 'users.email' */
  commentOnColumn(column: string, text: string | null): void

  createIndex(table: string, keys: IndexKey | IndexKey[], options?: { name?: string; unique?: boolean; concurrently?: boolean; ifNotExists?: boolean; using?: string; include?: Names; where?: string }): void
  dropIndex(name: string, options?: { table?: string; concurrently?: boolean; ifExists?: boolean }): void
  /** Drops an index that was created without a name, by its keys. */
  dropIndexOn(table: string, keys: IndexKey | IndexKey[], options?: { concurrently?: boolean; ifExists?: boolean }): void
  renameIndex(name: string, to: string, options?: { table?: string }): void

  createEnum(name: string, values: string[]): void
  addEnumValue(type: string, value: string, options?: { before?: string; after?: string }): void
  renameEnumValue(type: string, value: string, to: string): void
  dropType(name: string): void
  renameType(name: string, to: string): void
  createSequence(name: string, options?: { start?: number | bigint; increment?: number | bigint }): void
  dropSequence(name: string): void
  renameSequence(name: string, to: string): void
  createSchema(name: string, options?: { ifNotExists?: boolean }): void
  dropSchema(name: string, options?: { ifExists?: boolean; cascade?: boolean }): void
  renameSchema(name: string, to: string): void
  createView(name: string, query: string, options?: { orReplace?: boolean }): void
  dropView(name: string, options?: { ifExists?: boolean }): void
  renameView(name: string, to: string): void
  createMaterializedView(name: string, query: string): void
  refreshMaterializedView(name: string): void
  dropMaterializedView(name: string, options?: { ifExists?: boolean }): void
  /** An object without a statement of its own: a trigger, a function, a policy, an extension. */
  createObject(kind: string, name: string, sql: string, options?: { orReplace?: boolean; reverse?: string }): void
  dropObject(kind: string, name: string, options?: { sql?: string; reverse?: string }): void

  insert(table: string, rows: Row | Row[], options?: Reversible): void
  insertSelect(table: string, columns: Names, query: string, options?: Reversible): void
  update(table: string, set: Row, options?: Rows): void
  delete(table: string, options?: Rows): void
  /** @param file next to the revision, with a header line: 'people.csv' */
  load(table: string, file: string, options?: Reversible & { columns?: Names }): void

  /** Exactly one statement, sent as written. */
  sql(sql: Sql, options?: Reversible & { touches?: 'nothing' | string[] | ((op: Op) => void) }): void
  /** Several statements. */
  script(sql: string, options?: Reversible): void
  scriptFile(file: string, options?: Reversible): void
  /** @param databases 'postgresql', 'mysql', 'mariadb', 'sqlite', 'h2' */
  on(databases: Names, then: (op: Op) => void, otherwise?: (op: Op) => void): void
  outsideTransaction(statements: (op: Op) => void): void
  /** False or null stops the revision. */
  require(condition: string, message?: string): void
  /** Calls a function during the run, within the revision's transaction, to read and change rows. */
  run(work: (db: Db) => void, options?: Reversible): void

  /** The value of a variable from -x name=value or [vars] in the configuration, for use in any text. */
  variable(name: string): string

  currentTimestamp(): Special
  now(): Special
  currentDate(): Special
  currentTime(): Special
  genRandomUuid(): Special
  /** The column's default, in insert and update. */
  defaultValue(): Special
  /** SQL as a value: op.expression('lower(email)') */
  expression(sql: string): Special
}

/** A parameter of a query: always bound, never inserted into the text. */
type Parameter = string | number | bigint | boolean | null | Date | Uint8Array

/**
 * The database within `op.run`. Database errors are thrown as an Error with the SQLSTATE in `state`. On databases where an
 * error aborts the transaction, such as PostgreSQL, the revision fails even if the error is caught.
 */
interface Db {
  /**
   * Rows as plain objects, fetched on demand. A bigint beyond 2^53 is a BigInt, a decimal a string, a timestamp a Date
   * (UTC if it has no time zone), binary data a Uint8Array, JSON its text. If two columns have the same name, the last
   * one wins: rename them with `as`.
   */
  query(sql: string, ...parameters: Parameter[]): Generator<any, void, void>
  /** Returns the number of rows changed. */
  execute(sql: string, ...parameters: Parameter[]): number
  /** Runs one statement for many lists of parameters; returns the number of rows changed. */
  batch(sql: string, parameters: Iterable<Parameter[]>): number
  /** Inserts a row and returns its generated key, if any. */
  insert(table: string, row: { [column: string]: Parameter }): any
}

// env.js

/** What `configure(config)` may change: url, user, password and vars. */
interface Config {
  url: string
  user: string | null
  /** Can be set but not read. */
  password?: string
  vars: { [name: string]: string }
  /** The name chosen with -n. */
  readonly environment: string | null
  /** The environment variables of the process. */
  readonly env: { readonly [name: string]: string }
}

/** An object that autogenerate may compare. */
interface SchemaObject {
  readonly kind: 'table' | 'view' | 'sequence' | 'type' | 'object'
  readonly schema: string | null
  readonly name: string
}

interface Step {
  readonly revision: string
  readonly message: string
  readonly direction: 'upgrade' | 'downgrade'
  /** The duration; only once it is done. */
  readonly millis?: number
}

/** A run: its plan and its result. */
interface Run {
  readonly direction: 'upgrade' | 'downgrade'
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly steps: readonly Step[]
  /** In afterRun: whether all of it was done. */
  readonly done?: boolean
  /** In afterRun, if the run stopped: the reason. */
  readonly error?: string
}
