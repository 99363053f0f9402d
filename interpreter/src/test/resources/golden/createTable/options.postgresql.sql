-- upgrade, reversible
create table t (
  a integer
);

-- downgrade, lossy
drop table t;
