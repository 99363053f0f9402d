// revision  5e1f00d4e5f6 'given and family names'
// revises   5e1f00c3d4e5
// created   2026-01-08T09:00:00Z

/** @param {Op} op */
export function upgrade(op) {
  op.alterTable('members', t => {
    t.addColumn('given_name', 'varchar(200)')
    t.addColumn('family_name', 'varchar(200)')
  })
  op.run(db => {
    for (const { id, full_name } of [...db.query('select id, full_name from members')]) {
      const words = full_name.split(' ')
      const family = words.length > 1 ? words.pop() : null
      db.execute('update members set given_name = ?, family_name = ? where id = ?', words.join(' '), family, id)
    }
  }, { reverse: 'nothing' })
}

export const downgrade = 'auto'
