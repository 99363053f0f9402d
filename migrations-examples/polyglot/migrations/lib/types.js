// What several revisions share. It lies below the folder of the migrations and has no header: it is no revision.

/**
 * @param {NewTable} t
 * @param {string} name
 */
export function money(t, name) {
  return t.column(name, 'decimal(12,2)').notNull().default(0)
}

/** @param {NewTable} t */
export function key(t) {
  return t.column('id', 'bigint').identity().primaryKey()
}
