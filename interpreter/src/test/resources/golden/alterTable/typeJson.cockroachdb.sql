-- upgrade, lossy
create table t (
  a text default '{}'
);
alter table t alter column a drop default;
alter table t alter column a set data type jsonb using (a::jsonb);
alter table t alter column a set default '{}';

-- downgrade, lossy
alter table t alter column a set data type text;
drop table t;
