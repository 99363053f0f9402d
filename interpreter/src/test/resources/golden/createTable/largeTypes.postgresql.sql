-- upgrade, reversible
create table t (
  a char(300),
  b numeric(70, 40)
);

-- downgrade, lossy
drop table t;
