-- revision  5e1f00c3d4e5 'what is spent, by level'
-- revises   5e1f00b2c3d4
-- created   2026-01-07T09:00:00Z

-- upgrade
create view spent_by_level as
  select level, count(*) as members, sum(spent) as spent
    from accounts
   group by level;

-- downgrade
drop view spent_by_level;
