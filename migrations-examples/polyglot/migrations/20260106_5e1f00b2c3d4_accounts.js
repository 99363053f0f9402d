// revision  5e1f00b2c3d4 'an account a member, with what they spent'
// revises   5e1f00a1b2c3
// created   2026-01-06T09:00:00Z

import { key, money } from './lib/types.js'

/** @param {Op} op */
export function upgrade(op) {
  op.createTable('accounts', t => {
    key(t)
    t.column('member_id', 'bigint').notNull().unique().references('members', 'id', { onDelete: 'cascade' })
    t.column('currency', 'char(3)').notNull()
    t.column('level', 'varchar(10)').notNull().default('basic')
    money(t, 'spent')
    t.check("level in ('basic', 'silver', 'gold')", { name: 'ck_accounts_level' })
  })

  // What each member has spent decides the level: the rows have to be read.
  op.run(db => {
    const sums = db.query(`
      select m.id, coalesce(sum(p.amount), 0) as spent
        from members m left join purchases p on p.member_id = m.id
       group by m.id
       order by m.id`)
    for (const { id, spent } of sums) {
      const level = Number(spent) >= 200 ? 'gold' : Number(spent) > 0 ? 'silver' : 'basic'
      db.insert('accounts', { member_id: id, currency: 'EUR', level, spent })
    }
  })
}

/** @param {Op} op */
export function downgrade(op) {
  op.dropTable('accounts')
}
