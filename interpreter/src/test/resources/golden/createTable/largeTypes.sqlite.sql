-- upgrade, reversible
create table t (
  a char(300),
  b decimal(70, 40)
);

-- downgrade, lossy
drop table t;
