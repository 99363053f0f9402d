-- upgrade, lossy
create table t (
  a character varying default '{}'
);
alter table t alter column a set data type json using (a format json);
alter table t alter column a set default '{}' format json;

-- downgrade, lossy
alter table t alter column a set data type character varying;
drop table t;
