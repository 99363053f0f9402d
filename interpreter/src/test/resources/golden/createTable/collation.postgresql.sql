-- upgrade, reversible
create table t (
  a varchar(5) collate "C"
);

-- downgrade, lossy
drop table t;
