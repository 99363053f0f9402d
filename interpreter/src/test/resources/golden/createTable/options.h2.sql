-- upgrade, reversible
create table t (
  a integer
) as select 1 where false;

-- downgrade, lossy
drop table t;
