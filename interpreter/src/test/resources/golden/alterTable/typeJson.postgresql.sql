-- upgrade, lossy
-- together:
create table t (
  a text default '{}'
);
alter table t alter column a drop default, alter column a set data type jsonb using (a::jsonb), alter column a set default '{}';
-- end

-- downgrade, lossy
-- together:
alter table t alter column a set data type text;
drop table t;
-- end
