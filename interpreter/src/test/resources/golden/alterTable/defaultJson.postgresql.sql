-- upgrade, reversible
-- together:
create table t (
  a jsonb
);
alter table t alter column a set default '[]';
-- end

-- downgrade, lossy
-- together:
alter table t alter column a drop default;
drop table t;
-- end
