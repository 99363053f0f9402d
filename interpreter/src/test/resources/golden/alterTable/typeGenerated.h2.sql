-- upgrade, reversible
create table t (
  id integer,
  twice integer generated always as (id * 2)
);
insert into t (id) values (3);
alter table t alter column twice bigint generated always as (id * 2);

-- downgrade, lossy
alter table t alter column twice integer generated always as (id * 2);
drop table t;
