-- upgrade, reversible
create table t (
  a json
);
alter table t alter column a set default '[]' format json;

-- downgrade, lossy
alter table t alter column a drop default;
drop table t;
