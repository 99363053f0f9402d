-- upgrade, reversible
create table t (
  a integer
) ENGINE=InnoDB;

-- downgrade, lossy
drop table t;
