-- upgrade, reversible
create table t (
  a interval
);

-- downgrade, lossy
drop table t;
