-- upgrade, reversible
create table t (
  a integer
);
create alias twice for 'java.lang.Math.abs(int)';

-- downgrade, lossy
drop alias twice;
drop table t;
