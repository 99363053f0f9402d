-- upgrade, reversible
create table t (
  a integer
) NOT PERSISTENT;

-- downgrade, lossy
drop table t;
