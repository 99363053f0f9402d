-- upgrade, reversible
create table t (
  a json
);
alter table t alter column a set default ('[]');

-- downgrade, lossy
alter table t modify column a json;
drop table t;
